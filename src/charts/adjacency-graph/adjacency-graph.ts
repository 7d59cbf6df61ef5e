import { chartText } from '../../messages/charts.ts';
import { prepare, textWidth } from '../chart.ts';
import { enumeration, figure, fixed } from '../figures.ts';
import { child, group } from '../parts/child.ts';
import { classColour, className, classSymbol } from '../parts/class-mark.ts';
import { tenths } from '../parts/outline.ts';
import { followPointer, type Pixel, report } from '../parts/pointer.ts';
import { drawReadOut } from '../parts/read-out.ts';
import type {
  AdjacencyGraphData,
  AdjacencyGraphOptions,
  ClassBetti,
} from './adjacency-graph-data.ts';
import { layOutGraph } from './graph-layout.ts';

export type * from './adjacency-graph-data.ts';
export { describeAdjacencyGraph } from './describe-adjacency-graph.ts';

interface Node extends Pixel {
  readonly betti: ClassBetti;
  readonly name: string;
  /** Half the width of its pill. */
  readonly half: number;
  /** Height of its figures' baseline, from its middle. */
  readonly figuresAt: number;
}

/** Which classes border on which: a chain where the network is of rank one. */
export function drawAdjacencyGraph(
  svg: SVGSVGElement,
  data: AdjacencyGraphData,
  options: AdjacencyGraphOptions,
): void {
  const text = prepare(svg, 'adjacency-graph', options);
  svg.classList.toggle('dimmed', options.dimmed === true);
  const nodes = placeNodes(data, options, text);
  drawEdges(group(svg, 'edges'), data, nodes, text);
  drawNodes(group(svg, 'nodes'), nodes, text);

  const read = (label = options.highlighted) =>
    drawNodeReadOut(svg, label, data, nodes, options, text);
  const pointer = followPointer(svg, (at) => {
    const label = at && classAt(at, nodes, text);
    read(label);
    report(svg, label, options.onHover);
  });
  read(pointer && classAt(pointer, nodes, text));
}

function placeNodes(
  { classes, edges }: AdjacencyGraphData,
  { width, height, classNames }: AdjacencyGraphOptions,
  text: number,
): Node[] {
  const index = new Map(classes.map((one, k) => [one.class, k]));
  const pairs = edges.map(({ classes: [a, b] }) => [index.get(a) ?? 0, index.get(b) ?? 0] as const);
  const { kind, places } = layOutGraph(classes.length, pairs);
  const names = classes.map((one) => className(one.class, classNames));
  const halves = names.map((name) => textWidth(name, text * 1.1) / 2 + text * 1.15);
  const half = Math.max(0, ...halves);
  const margin = { x: half + text * 0.4, y: text * 2.9 };
  // A line in a narrow picture runs downwards.
  const isUpright = kind === 'line' && width < classes.length * (2 * half + text * 1.4);
  return classes.map((betti, k): Node => {
    const place = places[k] ?? { x: 0.5, y: 0.5 };
    const [px, py] = isUpright ? [0.5, place.x] : [place.x, place.y];
    const isLine = kind === 'line';
    const x = isLine ? px * width : margin.x + px * (width - 2 * margin.x);
    const y = isLine && isUpright ? py * height : margin.y + py * (height - 2 * margin.y);
    // Away from the edges, which lie on the inner side.
    const isAbove = kind === 'circle' && py < 0.5;
    return {
      x: tenths(x),
      y: tenths(isUpright ? y : kind === 'line' ? height / 2 - text * 0.5 : y),
      betti,
      name: names[k] ?? '',
      half: halves[k] ?? half,
      figuresAt: Math.round(isAbove ? -text * 1.45 : text * 2.2),
    };
  });
}

function drawEdges(
  layer: SVGGElement,
  { edges }: AdjacencyGraphData,
  nodes: readonly Node[],
  text: number,
): void {
  const longest = Math.max(...edges.map(({ length }) => length ?? 0));
  const drawn = edges.flatMap(({ classes: [a, b], length }) => {
    const from = nodes.find(({ betti }) => betti.class === a);
    const to = nodes.find(({ betti }) => betti.class === b);
    if (from === undefined || to === undefined) return [];
    const share = length === undefined || !(longest > 0) ? 0.5 : Math.sqrt(length / longest);
    return [{ path: `M${from.x},${from.y}L${to.x},${to.y}`, width: text * (0.1 + 0.2 * share) }];
  });
  child(layer, 'g', 'borders')
    .selectChildren('path')
    .data(drawn)
    .join('path')
    .attr('stroke-width', ({ width }) => tenths(width))
    .attr('d', ({ path }) => path);
}

function drawNodes(layer: SVGGElement, nodes: readonly Node[], text: number): void {
  child(layer, 'g', 'classes')
    .selectChildren<SVGGElement, Node>('g')
    .data(nodes, (node) => node.betti.class)
    .join('g')
    .style('--class-colour', ({ betti }) => classColour(betti.class))
    .attr('transform', ({ x, y }) => `translate(${x},${y})`)
    .each(function ({ betti, name, half, figuresAt }) {
      child(this, 'rect', 'pill')
        .attr('x', tenths(-half))
        .attr('y', tenths(-text))
        .attr('width', tenths(2 * half))
        .attr('height', tenths(2 * text))
        .attr('rx', tenths(text));
      child(this, 'path', 'key').attr(
        'd',
        `M${tenths(-half + text * 0.95)},0${classSymbol(betti.class, tenths(text * 0.45))}`,
      );
      child(this, 'text', 'name')
        .attr('x', tenths(-half + text * 1.65))
        .attr('y', Math.round(text * 0.38))
        .text(name);
      child(this, 'text', 'betti')
        .classed('notable', betti.components !== 1 || betti.holes !== 0)
        .attr('x', 0)
        .attr('y', figuresAt)
        .text(`β₀ ${figure(betti.components)}\u2002β₁ ${figure(betti.holes)}`);
    });
}

function classAt(at: Pixel, nodes: readonly Node[], text: number): number | undefined {
  return nodes.find(
    ({ x, y, half }) => Math.abs(at.x - x) <= half && Math.abs(at.y - y) <= text * 1.4,
  )?.betti.class;
}

function drawNodeReadOut(
  svg: SVGSVGElement,
  label: number | undefined,
  { edges }: AdjacencyGraphData,
  nodes: readonly Node[],
  options: AdjacencyGraphOptions,
  text: number,
): void {
  const layer = group(svg, 'cross-hair');
  const whole = { left: 0, top: 0, right: options.width, bottom: options.height };
  const node = nodes.find(({ betti }) => betti.class === label);
  if (node === undefined) {
    layer.replaceChildren();
    drawReadOut(svg, undefined, whole, text);
    return;
  }
  child(layer, 'rect', 'outline')
    .attr('x', tenths(node.x - node.half - 2))
    .attr('y', tenths(node.y - text - 2))
    .attr('width', tenths(2 * node.half + 4))
    .attr('height', tenths(2 * text + 4))
    .attr('rx', tenths(text + 2));
  const { components, holes } = node.betti;
  const borders = edges
    .filter(({ classes }) => classes.some((one) => one === label))
    .map(({ classes: [a, b], length }) => {
      const other = className(a === label ? b : a, options.classNames);
      return length === undefined ? other : `${other} (${fixed(length, 1)})`;
    });
  const lines = [
    chartText('graph.readOut', {
      name: node.name,
      regions: chartText('graph.regions', { count: components }),
      holes: chartText('graph.holes', { count: holes }),
    }),
    borders.length === 0
      ? chartText('graph.bordersOnNothing')
      : chartText('graph.bordersOn', { names: enumeration(borders) }),
  ];
  // Beside its pill where there is room, else above or below.
  const width = Math.max(...lines.map((line) => textWidth(line, text))) + text * 2.4;
  const fitsRight = node.x + node.half + width <= options.width;
  const fitsLeft = node.x - node.half - width >= 0;
  const x = node.x + (fitsRight || !fitsLeft ? node.half : -node.half);
  const y = node.y + (fitsRight || fitsLeft ? 0 : text * 0.7);
  drawReadOut(svg, { at: { x, y }, lines }, whole, text);
}
