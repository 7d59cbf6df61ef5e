import { chartText } from '../../messages/charts.ts';
import { prepare, textWidth } from '../chart.ts';
import { figure } from '../figures.ts';
import { child, group } from '../parts/child.ts';
import { tenths } from '../parts/outline.ts';
import { spacedLabels } from '../parts/spaced-labels.ts';
import type { RankBracketData, RankBracketOptions } from './rank-bracket-data.ts';
import { type RankBracketFrame, rankBracketFrame } from './rank-bracket-frame.ts';
import { placeSideLabel } from './side-label.ts';

export { describeRankBracket } from './describe-rank-bracket.ts';
export type * from './rank-bracket-data.ts';

/**
 * Rank_J and the bottleneck rank as the two ends of a bracket, with ‖θ‖²/L as a pointer that
 * walks towards it and the Schatten bound that the pointer cannot pass (the paper's Theorem 1).
 * Needs a height of ten letters.
 */
export function drawRankBracket(
  svg: SVGSVGElement,
  data: RankBracketData,
  options: RankBracketOptions,
): void {
  const text = prepare(svg, 'rank-bracket', options);
  const frame = rankBracketFrame(data, options, text);
  svg.classList.toggle('dimmed', options.dimmed === true);

  drawAxis(group(svg, 'axes'), frame);
  drawBracket(group(svg, 'bracket'), data, frame);
  drawSettled(group(svg, 'settled'), data, frame);
  drawSchatten(group(svg, 'schatten'), data, frame);
  drawCost(group(svg, 'cost'), data, frame);
}

function drawAxis(
  axes: SVGGElement,
  { text, x, ticks, title, right, axis }: RankBracketFrame,
): void {
  const baseline = axis + Math.round(text * 1.45);
  const column = (value: number) => Math.round(x(value)) + 0.5;
  child(axes, 'path', 'ticks').attr(
    'd',
    `M0,${axis + 0.5}H${right}${ticks.map((value) => `M${column(value)},${axis}v4`).join('')}`,
  );
  child(axes, 'g', 'x-labels')
    .selectChildren('text')
    .data(ticks)
    .join('text')
    .attr('x', column)
    .attr('y', baseline)
    .text((value) => figure(value));
  child(axes, 'text', 'x-title').attr('x', right).attr('y', baseline).text(title);
}

function drawBracket(
  layer: SVGGElement,
  { jacobianRank, bottleneckRank }: RankBracketData,
  { text, x, bracket, axis, rows, ends }: RankBracketFrame,
): void {
  const known = [jacobianRank, bottleneckRank].filter((rank) => rank !== undefined);
  const [from, to] = [x(Math.min(...known)), x(Math.max(...known))].map(tenths);
  child(layer, 'rect', 'between')
    .attr('x', known.length === 0 ? 0 : Number(from))
    .attr('y', bracket)
    .attr('width', known.length === 0 ? 0 : Number(to) - Number(from))
    .attr('height', axis - bracket);
  child(layer, 'path', 'arms').attr(
    'd',
    known.length === 0 ? '' : `M${from},${axis}V${bracket}H${to}V${axis}`,
  );
  child(layer, 'g', 'names')
    .selectChildren('text')
    .data(ends)
    .join('text')
    .attr('x', (end) => tenths(end.x))
    .attr('y', ({ row }) => Number(rows[row]))
    .text(({ words }) => words);
  const r = tenths(text * 0.25);
  const disc = `m${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;
  child(layer, 'path', 'feet').attr(
    'd',
    known.map((rank) => `M${tenths(x(rank))},${axis + 0.5}${disc}`).join(''),
  );
}

/** The recent values pale behind the present one, whose label stands on the side with room. */
function drawCost(layer: SVGGElement, data: RankBracketData, frame: RankBracketFrame): void {
  const { cost, trail } = data;
  const { text, x, cost: height } = frame;
  const recent = Array.from(trail ?? []).filter(Number.isFinite);
  child(layer, 'g', 'trail')
    .selectChildren('circle')
    .data(cost === undefined ? [] : recent)
    .join('circle')
    .attr('cx', (value) => tenths(x(value)))
    .attr('cy', height)
    .attr('r', tenths(text * 0.2))
    .attr('opacity', (_, k) => Math.round((70 * (k + 1)) / recent.length) / 100);
  const at = cost === undefined || !Number.isFinite(cost) ? undefined : tenths(x(cost));
  const r = tenths(text * 0.36);
  // Beneath its mark.
  child(layer, 'path', 'stem');
  child(layer, 'path', 'pointer').attr(
    'd',
    at === undefined
      ? ''
      : `M${at},${height}m${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`,
  );
  // Clear of the trail.
  const isFalling = recent.length > 0 && Number(recent[0]) > Number(cost);
  const words = `‖θ‖²/L = ${figure(Number(cost))}`;
  const side = isFalling ? 'left' : 'right';
  const walls = arms(data, frame);
  drawSideLabel(layer, { at, height, words, side, walls, dots: recent.map(x) }, frame);
}

/** Where networks of other depths came to rest: ticks above the pointer's row, with their depth where it fits. */
function drawSettled(
  layer: SVGGElement,
  { settled = [] }: RankBracketData,
  { text, x, settled: height }: RankBracketFrame,
): void {
  const known = settled
    .filter(({ cost }) => Number.isFinite(cost))
    .toSorted((a, b) => a.cost - b.cost);
  const places = known.map(({ depth, cost }) => ({
    words: `L = ${depth}`,
    at: x(cost),
    room: textWidth(`L = ${depth}`, text) * 1.2,
  }));
  const named = spacedLabels(places);
  const from = height + Math.round(text * 0.15);
  child(layer, 'path', 'ticks').attr(
    'd',
    places.map(({ at }) => `M${tenths(at)},${from}v${tenths(text * 0.4)}`).join(''),
  );
  child(layer, 'g', 'depths')
    .selectChildren('text')
    .data(places.filter((_, k) => named.has(k)))
    .join('text')
    .attr('x', ({ at }) => tenths(at))
    .attr('y', height)
    .text(({ words }) => words);
}

function drawSchatten(layer: SVGGElement, data: RankBracketData, frame: RankBracketFrame): void {
  const { schatten } = data;
  const { text, x, schatten: height } = frame;
  const value = Number(schatten?.bound);
  const at = Number.isFinite(value) ? tenths(x(value)) : undefined;
  const isBroken = schatten?.holds === false;
  layer.classList.toggle('broken', isBroken);
  const half = tenths(text * 0.28);
  // Beneath its mark.
  child(layer, 'path', 'stem');
  child(layer, 'path', 'tick').attr(
    'd',
    at === undefined ? '' : `M${at},${height - half}v${2 * half}`,
  );
  const bound = figure(value);
  const words = chartText(isBroken ? 'bracket.schattenBroken' : 'bracket.schatten', { bound });
  // Clear of the pointer, which is to the right of the bound.
  const side = isBroken ? 'right' : 'left';
  const stem = Number.isFinite(data.cost) ? [x(Number(data.cost))] : [];
  drawSideLabel(layer, { at, height, words, side, walls: [...arms(data, frame), ...stem] }, frame);
}

interface SideLabel {
  readonly at: number | undefined;
  readonly height: number;
  readonly words: string;
  readonly side: 'left' | 'right';
  readonly walls: readonly number[];
  readonly dots?: readonly number[];
}

/** Writes the label, with the stem from the axis to its mark, and on to the label if that is apart. */
function drawSideLabel(
  layer: SVGGElement,
  { at, height, words, side, walls, dots = [] }: SideLabel,
  { text, right, axis }: RankBracketFrame,
): void {
  const width = textWidth(words, text) * 1.1;
  const place = placeSideLabel({ at: Number(at), width, right, text, side, walls, dots });
  child(layer, 'text', 'name')
    .attr('x', at === undefined ? 0 : tenths(place.x))
    .attr('y', height + Math.round(text * (place.isRaised ? -0.65 : 0.36)))
    .attr('text-anchor', place.side === 'left' ? 'end' : 'start')
    .text(at === undefined ? '' : words);
  const leader = place.isApart ? `H${tenths(place.x + (place.side === 'left' ? 2 : -2))}` : '';
  child(layer, 'path', 'stem').attr(
    'd',
    at === undefined ? '' : `M${at},${axis}V${height}${leader}`,
  );
}

/** The upright lines of the bracket, in pixels. */
function arms({ jacobianRank, bottleneckRank }: RankBracketData, { x }: RankBracketFrame) {
  return [jacobianRank, bottleneckRank].flatMap((rank) => (rank === undefined ? [] : [x(rank)]));
}
