import { chartText } from '../../messages/charts.ts';
import { sentences } from '../../messages/index.ts';
import { enumeration, figure } from '../figures.ts';
import type { SpectrumData, SpectrumOptions } from './spectrum-data.ts';

/** What the spectrum shows now, in words: how many values count in each layer, and the extremes. */
export function describeSpectrum(
  { title, layers }: SpectrumData,
  options: Pick<SpectrumOptions, 'threshold'> = {},
): string {
  if (layers.length === 0) return chartText('spectrum.none', { title });
  const threshold = options.threshold ?? 0.1;
  const counts = layers.map((values) =>
    values.reduce((sum, value) => sum + (value > threshold * Number(values[0]) ? 1 : 0), 0),
  );
  const largest = layers.map((values) => Number(values[0] ?? 0));
  const top = Math.max(...largest);
  const range = chartText('spectrum.largest', {
    value: figure(top),
    layer: largest.indexOf(top) + 1,
  });
  const about = { title, layers: layers.length, threshold: figure(threshold) };
  if (layers.length === 1) {
    const [above, all] = [Number(counts[0]), Number(layers[0]?.length)];
    return sentences([chartText('spectrum.oneLayer', { ...about, above, all }), range]);
  }
  const least = Math.min(...counts);
  const where = counts.flatMap((count, k) => (count === least ? [k + 1] : []));
  return sentences([
    chartText('spectrum.layers', about),
    chartText('spectrum.counts', { ...about, counts: counts.join(', ') }),
    chartText('spectrum.fewest', {
      count: where.length,
      least,
      layers: enumeration(runs(where)),
    }),
    range,
  ]);
}

/** 1, 2, 3, 5 → "1 to 3", "5". */
export function runs(ascending: readonly number[]): string[] {
  const found: [number, number][] = [];
  for (const value of ascending) {
    const open = found.at(-1);
    if (open !== undefined && open[1] === value - 1) open[1] = value;
    else found.push([value, value]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : chartText('range', { from, to })));
}
