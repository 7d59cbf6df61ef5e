import type { AdjacencyGraphData, AdjacencyGraphOptions } from './adjacency-graph-data.ts';
import { className } from './class-mark.ts';
import { counted, enumeration } from './figures.ts';
import { layOutGraph } from './graph-layout.ts';

/** What the graph shows now, in words: its edges, whether it is a chain, and each class's Betti numbers. */
export function describeAdjacencyGraph(
  { classes, edges }: AdjacencyGraphData,
  options: Pick<AdjacencyGraphOptions, 'classNames'> = {},
): string {
  if (classes.length === 0) return 'No class has a region yet.';
  const name = (label: number) => className(label, options.classNames);
  const regions = classes.map(
    ({ class: label, components, holes }) =>
      `${name(label)} has ${counted(components, 'region')} and ${counted(holes, 'hole')}`,
  );
  const index = new Map(classes.map((one, k) => [one.class, k]));
  const pairs = edges.map(({ classes: [a, b] }) => [index.get(a) ?? 0, index.get(b) ?? 0] as const);
  const { kind, places } = layOutGraph(classes.length, pairs);
  const isChain = kind === 'line' && edges.length === classes.length - 1;
  const order = classes
    .map((one, k) => ({ name: name(one.class), x: Number(places[k]?.x) }))
    .sort((a, b) => a.x - b.x)
    .map((one) => one.name);
  const borders = edges.map(({ classes: [a, b] }) => `${name(a)} with ${name(b)}`);
  const shape = isChain
    ? `The classes form a chain: ${order.join(', ')}.`
    : `Classes with a common boundary: ${borders.length === 0 ? 'none' : enumeration(borders)}.`;
  return `${shape} ${enumeration(regions)}.`;
}
