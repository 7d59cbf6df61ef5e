import { chartText } from '../../messages/charts.ts';
import { sentences } from '../../messages/index.ts';
import { enumeration, figure } from '../figures.ts';
import { runs } from '../spectrum/describe-spectrum.ts';
import type { LayerStackData } from './layer-stack-data.ts';

/** What the layer stack shows now, in words. */
export function describeLayerStack(data: LayerStackData): string {
  const { depth, ranks } = data;
  if (ranks === undefined)
    return sentences([describeNetwork(data), chartText('stack.notMeasured')]);
  const known = Array.from(ranks).slice(0, depth);
  const written = known.map((rank) => figure(rank)).join(', ');
  const parts = [describeNetwork(data), chartText('stack.ranks', { depth, ranks: written })];
  const between = known.slice(0, depth - 1);
  if (between.length > 0) {
    const least = Math.min(...between);
    const where = between.flatMap((rank, k) => (rank === least ? [k + 1] : []));
    parts.push(
      chartText('stack.narrowest', {
        count: where.length,
        least: figure(least),
        layers: enumeration(runs(where)),
      }),
    );
  }
  return sentences(parts);
}

function describeNetwork({ depth, width, inputs, outputs }: LayerStackData): string {
  const ends = {
    depth,
    inputs: chartText('stack.inputs', { count: inputs }),
    outputs: chartText('stack.outputs', { count: outputs }),
  };
  if (depth === 1) return chartText('stack.shallow', ends);
  return chartText('stack.deep', {
    ...ends,
    hidden: chartText('stack.hidden', { count: depth - 1, width }),
  });
}
