import { enumeration, figure } from './figures.ts';
import type { SpectrumData, SpectrumOptions } from './spectrum-data.ts';

/** What the spectrum shows now, in words: how many values count in each layer, and the extremes. */
export function describeSpectrum(
  { title, layers }: SpectrumData,
  options: Pick<SpectrumOptions, 'threshold'> = {},
): string {
  if (layers.length === 0) return `${title}: nothing measured yet.`;
  const threshold = options.threshold ?? 0.1;
  const counts = layers.map((values) =>
    values.reduce((sum, value) => sum + (value > threshold * Number(values[0]) ? 1 : 0), 0),
  );
  const largest = layers.map((values) => Number(values[0] ?? 0));
  const top = Math.max(...largest);
  const rule = `above ${figure(threshold)} of the layer's largest`;
  const range = `The largest of all is ${figure(top)}, in layer ${largest.indexOf(top) + 1}.`;
  if (layers.length === 1) {
    return `${title}: one layer, ${counts[0]} of ${layers[0]?.length} singular values ${rule}. ${range}`;
  }
  const least = Math.min(...counts);
  const where = counts.flatMap((count, k) => (count === least ? [k + 1] : []));
  return [
    `${title}: singular values of ${layers.length} layers.`,
    `Number of them ${rule}, from layer 1 to ${layers.length}: ${counts.join(', ')}.`,
    `Fewest: ${least}, in ${where.length === 1 ? 'layer' : 'layers'} ${enumeration(runs(where))}.`,
    range,
  ].join(' ');
}

/** 1, 2, 3, 5 → "1 to 3", "5". */
export function runs(ascending: readonly number[]): string[] {
  const found: [number, number][] = [];
  for (const value of ascending) {
    const open = found.at(-1);
    if (open !== undefined && open[1] === value - 1) open[1] = value;
    else found.push([value, value]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
}
