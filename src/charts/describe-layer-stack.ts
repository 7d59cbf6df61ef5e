import { runs } from './describe-spectrum.ts';
import { counted, enumeration, figure } from './figures.ts';
import type { LayerStackData } from './layer-stack-data.ts';

/** What the layer stack shows now, in words. */
export function describeLayerStack({
  depth,
  width,
  inputs,
  outputs,
  ranks,
}: LayerStackData): string {
  const hidden = depth > 1 ? `, ${counted(depth - 1, 'hidden layer')} of ${width} neurons` : '';
  const sentences = [
    `A network of depth ${depth}: ${counted(inputs, 'input')}${hidden}, ${counted(outputs, 'output')}.`,
  ];
  if (ranks === undefined) sentences.push('Ranks not measured yet.');
  else {
    const known = Array.from(ranks).slice(0, depth);
    sentences.push(
      `Rank of the centred activations, from layer 1 to ${depth}: ${known.map((rank) => figure(rank)).join(', ')}.`,
    );
    const between = known.slice(0, depth - 1);
    if (between.length > 0) {
      const least = Math.min(...between);
      const where = between.flatMap((rank, k) => (rank === least ? [k + 1] : []));
      sentences.push(
        `The narrowest: ${figure(least)}, in ${where.length === 1 ? 'layer' : 'layers'} ${enumeration(runs(where))}.`,
      );
    }
  }
  return sentences.join(' ');
}
