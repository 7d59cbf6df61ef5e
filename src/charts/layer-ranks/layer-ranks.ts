import { scaleLinear, scaleLog } from 'd3';
import { scienceText } from '../../messages/science.ts';
import { prepare, textWidth } from '../chart.ts';
import { figure } from '../figures.ts';
import { child, group } from '../parts/child.ts';
import { dodge } from '../parts/dodge.ts';
import { drawLayerAxis, layerAt } from '../parts/layer-axis.ts';
import { tenths } from '../parts/outline.ts';
import { followPointer, report } from '../parts/pointer.ts';
import { drawReadOut } from '../parts/read-out.ts';
import { drawRules, drawValueLabels } from '../parts/value-axis.ts';
import type { CountedRanks, LayerRanksData, LayerRanksOptions } from './layer-ranks-data.ts';

export { describeLayerRanks } from './describe-layer-ranks.ts';
export type * from './layer-ranks-data.ts';

type Count = keyof CountedRanks;

/** In the order of painting: the numerical rank, which the page goes by, on top. */
const counts: readonly Count[] = ['effective', 'stable', 'gap', 'numerical'];
const ruled = [1, 2, 3, 4, 6, 8, 10, 15, 20, 30, 50, 100, 200];

/**
 * The rank of every layer, counted in four ways, over the layers on a log axis: where they agree
 * the rank is beyond doubt.
 */
export function drawLayerRanks(
  svg: SVGSVGElement,
  data: LayerRanksData,
  options: LayerRanksOptions,
): void {
  const text = prepare(svg, 'layer-ranks', options);
  svg.classList.toggle('dimmed', options.dimmed === true);
  const frame = frameOf(data, options, text);
  drawAxes(group(svg, 'axes'), data, frame);
  drawBottleneck(group(svg, 'bottleneck'), data, frame);
  drawSeries(group(svg, 'series'), data, frame);
  drawNames(group(svg, 'names'), data, frame);

  const read = (layer = options.highlighted) => drawLayer(svg, layer, data, frame);
  const pointer = followPointer(svg, (at) => {
    const layer = at && layerAt(at, frame);
    read(layer);
    report(svg, layer, options.onHover);
  });
  read(pointer && layerAt(pointer, frame));
}

type Frame = ReturnType<typeof frameOf>;

function frameOf({ layers }: LayerRanksData, options: LayerRanksOptions, text: number) {
  const names = counts.map((count) => scienceText(`ranks.${count}`));
  const plot = {
    left: Math.round(text * 2.4),
    top: Math.round(text * 2.2),
    right: Math.round(
      options.width - Math.max(...names.map((name) => textWidth(name, text))) - text,
    ),
    bottom: Math.round(options.height - text * 2),
  };
  const most = Math.max(4, ...layers.flatMap((layer) => counts.map((count) => layer[count] ?? 0)));
  const height = scaleLog([0.9, most * 1.1], [plot.bottom, plot.top]);
  const inset = Math.min(text, (plot.right - plot.left) / 8);
  return {
    plot,
    text,
    most,
    layers: layers.length,
    x: scaleLinear([1, Math.max(2, layers.length)], [plot.left + inset, plot.right - inset]),
    // Nothing at all, rank 0, lies on the floor.
    y: (rank: number) => height(Math.max(0.9, rank)),
  };
}

function drawAxes(axes: SVGGElement, { title }: LayerRanksData, frame: Frame): void {
  const { plot, text, most, y } = frame;
  const spacing = text * 1.3;
  const ticks: number[] = [];
  for (const rank of ruled) {
    const last = ticks.at(-1);
    if (rank <= most && (last === undefined || y(last) - y(rank) >= spacing)) ticks.push(rank);
  }
  const labelled = ticks.map((rank) => ({ at: Math.round(y(rank)) + 0.5, label: rank }));
  drawRules(
    axes,
    plot,
    labelled.map(({ at }) => at),
  );
  drawValueLabels(axes, plot, text, labelled);
  drawLayerAxis(axes, frame, scienceText('ranks.layerAxis'));
  child(axes, 'text', 'title')
    .attr('x', 0)
    .attr('y', Math.round(text * 1.05))
    .text(title);
}

function drawBottleneck(
  layer: SVGGElement,
  { bottleneck }: LayerRanksData,
  { plot, x }: Frame,
): void {
  const path =
    bottleneck === undefined ? '' : `M${tenths(x(bottleneck))},${plot.top}V${plot.bottom}`;
  child(layer, 'path', 'rule').attr('d', path);
}

function drawSeries(layer: SVGGElement, { layers }: LayerRanksData, { text, x, y }: Frame): void {
  const spacing = layers.length > 1 ? x(2) - x(1) : text;
  const radius = tenths(Math.min(text * 0.22, spacing * 0.36));
  for (const count of counts) {
    let line = '';
    let dots = '';
    layers.forEach((ranks, index) => {
      const rank = ranks[count];
      if (rank === undefined || !Number.isFinite(rank)) return;
      const at = `${tenths(x(index + 1))},${tenths(y(rank))}`;
      line += `${line === '' ? 'M' : 'L'}${at}`;
      dots += `M${at}${count === 'gap' ? diamond(radius * 1.5) : disc(radius)}`;
    });
    const isMarked = count === 'numerical' || count === 'gap';
    child(layer, 'path', `line-${count}`).attr('d', count === 'gap' ? '' : line);
    child(layer, 'path', `dots-${count}`).attr('d', isMarked ? dots : '');
  }
}

const disc = (r: number) => `m${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;
const diamond = (r: number) => `m${-r},0l${r},${-r}l${r},${r}l${-r},${r}z`;

/** Each way of counting is named where it ends. */
function drawNames(layer: SVGGElement, { layers }: LayerRanksData, { plot, text, y }: Frame): void {
  const last = layers.at(-1);
  const ended = counts.filter((count) => last?.[count] !== undefined);
  const places = dodge(
    ended.map((count) => y(last?.[count] ?? 1)),
    text * 1.15,
    plot.top,
    plot.bottom - text * 0.4,
  );
  child(layer, 'g', 'ends')
    .selectChildren('text')
    .data(ended)
    .join('text')
    .attr('class', (count) => count)
    .attr('x', plot.right + text * 0.4)
    .attr('y', (_, k) => Math.round(Number(places[k]) + text * 0.35))
    .text((count) => scienceText(`ranks.${count}`));
}

function drawLayer(
  svg: SVGSVGElement,
  layer: number | undefined,
  { layers }: LayerRanksData,
  { plot, text, x, y }: Frame,
): void {
  const place = group(svg, 'cross-hair');
  const ranks = layer === undefined ? undefined : layers[layer - 1];
  if (layer === undefined || ranks === undefined) {
    place.replaceChildren();
    drawReadOut(svg, undefined, plot, text);
    return;
  }
  const px = Math.round(x(layer)) + 0.5;
  child(place, 'path', 'hairs').attr('d', `M${px},${plot.top}V${plot.bottom}`);
  const values = [...counts].reverse().map((count) => {
    const rank = ranks[count];
    const value = rank === undefined ? '–' : figure(rank, 3);
    return `${scienceText(`ranks.${count}`)} ${value}`;
  });
  const lines = [scienceText('ranks.layer', { layer }), ...values];
  const at = { x: px, y: tenths(y(ranks.numerical)) };
  drawReadOut(svg, { at, lines }, { ...plot, left: 0, top: 0 }, text);
}
