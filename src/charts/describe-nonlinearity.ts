import { runs } from './describe-spectrum.ts';
import { enumeration, figure } from './figures.ts';
import type { NonlinearityData } from './nonlinearity-data.ts';
import { leastRatio } from './nonlinearity-frame.ts';

/** What the chart shows now, in words: every layer's ratio, and the layers where it is zero. */
export function describeNonlinearity({ ratios }: NonlinearityData): string {
  const values = Array.from(ratios);
  if (values.length === 0) return 'Nonlinearity: nothing measured yet.';
  const written = values.map((ratio) => (ratio < leastRatio ? '0' : figure(ratio, 2)));
  const resting = values.flatMap((ratio, k) => (ratio < leastRatio ? [k + 1] : []));
  const where = `${resting.length === 1 ? 'layer' : 'layers'} ${enumeration(runs(resting))}`;
  return [
    `Share of the pre-activations that the nonlinearity takes away, from layer 1 to ${values.length}: ${written.join(', ')}.`,
    resting.length === 0
      ? 'It works in every layer.'
      : `It does nothing in ${where}, which ${resting.length === 1 ? 'is' : 'are'} linear on the data.`,
  ].join(' ');
}
