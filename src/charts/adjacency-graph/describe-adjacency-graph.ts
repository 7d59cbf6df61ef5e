import { chartText } from '../../messages/charts.ts';
import { sentences } from '../../messages/index.ts';
import { enumeration } from '../figures.ts';
import { className } from '../parts/class-mark.ts';
import type { AdjacencyGraphData, AdjacencyGraphOptions } from './adjacency-graph-data.ts';
import { layOutGraph } from './graph-layout.ts';

/** What the graph shows now, in words: its edges, whether it is a chain, and each class's Betti numbers. */
export function describeAdjacencyGraph(
  { classes, edges }: AdjacencyGraphData,
  options: Pick<AdjacencyGraphOptions, 'classNames'> = {},
): string {
  if (classes.length === 0) return chartText('graph.empty');
  const name = (label: number) => className(label, options.classNames);
  const regions = classes.map(({ class: label, components, holes }) =>
    chartText('graph.classHas', {
      name: name(label),
      regions: chartText('graph.regions', { count: components }),
      holes: chartText('graph.holes', { count: holes }),
    }),
  );
  const index = new Map(classes.map((one, k) => [one.class, k]));
  const pairs = edges.map(({ classes: [a, b] }) => [index.get(a) ?? 0, index.get(b) ?? 0] as const);
  const { kind, places } = layOutGraph(classes.length, pairs);
  const isChain = kind === 'line' && edges.length === classes.length - 1;
  const order = classes
    .map((one, k) => ({ name: name(one.class), x: Number(places[k]?.x) }))
    .sort((a, b) => a.x - b.x)
    .map((one) => one.name);
  const borders = edges.map(({ classes: [a, b] }) =>
    chartText('graph.pair', { a: name(a), b: name(b) }),
  );
  const unchained =
    borders.length === 0
      ? chartText('graph.noBorders')
      : chartText('graph.borders', { pairs: enumeration(borders) });
  const shape = isChain ? chartText('graph.chain', { order: order.join(', ') }) : unchained;
  return sentences([shape, chartText('graph.all', { classes: enumeration(regions) })]);
}
