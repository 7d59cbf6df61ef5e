import { group as groupBy } from 'd3';
import { sweepText } from '../../messages/sweep.ts';
import { type Box, prepare, textWidth } from '../chart.ts';
import { child, group } from '../parts/child.ts';
import {
  type DepthPanel,
  depthPanel,
  drawDepthAxes,
  polyline,
  quantityFigure,
} from '../parts/depth-panel.ts';
import { drawEndNames } from '../parts/end-names.ts';
import { disc, drawLinkMarks, type LinkMark } from '../parts/link-marks.ts';
import { tenths } from '../parts/outline.ts';
import type { DepthCurveData, DepthCurveOptions, DepthGuide } from './depth-curve-data.ts';
import { type DepthMedian, depthMedians } from './depth-medians.ts';
import { swarm } from './swarm.ts';

export type { DepthQuantity } from '../parts/depth-panel.ts';
export type * from './depth-curve-data.ts';
export { describeDepthCurve } from './describe-depth-curve.ts';

/** A quantity against the depth: a dot for every run, a line through the medians, and guides. */
export function drawDepthCurve(
  svg: SVGSVGElement,
  data: DepthCurveData,
  options: DepthCurveOptions,
): void {
  const text = prepare(svg, 'depth-curve', options);
  const medians = depthMedians(data);
  const guides = data.guides ?? [];
  const depths = [...new Set([...(options.depths ?? []), ...data.dots.map(({ depth }) => depth)])];
  const names = [lineName(data), ...guides.map(({ name }) => name)];
  const plot: Box = {
    left: Math.round(text * 3.2),
    top: Math.round(text * 2.2),
    right: Math.round(
      options.width - Math.max(...names.map((name) => textWidth(name, text))) - text * 0.8,
    ),
    bottom: Math.round(options.height - text * 2.2),
  };
  // Of a formula the far end stays in sight; near the shallow end it may leave the panel above.
  const deepest = Math.max(...depths);
  const values = [
    ...data.dots.map(({ value }) => value),
    ...(data.dots.length === 0 ? [] : guides.flatMap((guide) => inSight(guide, deepest))),
  ];
  const panel = depthPanel(data.quantity, depths, values, plot, text);

  drawDepthAxes(group(svg, 'axes'), panel, { depthTitle: sweepText('chart.depth') });
  drawGuides(group(svg, 'guides'), guides, depths, panel);
  child(svg, 'path', 'median').attr(
    'd',
    polyline(medians.map(({ depth, value }) => [panel.x(depth), panel.y(value)])),
  );
  drawNames(group(svg, 'names'), data, medians, depths, panel);
  const marks = [...dotMarks(data, panel), ...guideMarks(guides, panel)];
  drawLinkMarks(svg, group(svg, 'dots'), marks, {
    frame: { left: 0, top: 0, right: options.width, bottom: options.height },
    text,
  });
}

/** The guide's course as places of the picture; what leaves the panel above is cut off. */
function courseOf(
  guide: DepthGuide,
  depths: readonly number[],
  { x, y, plot }: DepthPanel,
): [number, number][] {
  const [first, last] = [Math.min(...depths), Math.max(...depths)];
  const count = 48;
  const points =
    'points' in guide
      ? guide.points
      : Array.from({ length: count + 1 }, (_, k) => {
          const depth = first * (last / first) ** (k / count);
          return { depth, value: guide.constant + guide.overDepth / depth };
        });
  return points
    .map(({ depth, value }): [number, number] => [x(depth), y(value)])
    .filter(([, py]) => py > plot.top);
}

/** Values of a guide that the axis has to reach. */
function inSight(guide: DepthGuide, deepest: number): number[] {
  return 'points' in guide
    ? guide.points.map(({ value }) => value)
    : [guide.constant + guide.overDepth / deepest];
}

/** The guide's value at the deepest end. */
function endOf(guide: DepthGuide, deepest: number): number | undefined {
  return 'points' in guide
    ? guide.points.at(-1)?.value
    : guide.constant + guide.overDepth / deepest;
}

function drawGuides(
  layer: SVGGElement,
  guides: readonly DepthGuide[],
  depths: readonly number[],
  panel: DepthPanel,
): void {
  child(layer, 'g', 'curves')
    .selectChildren('path')
    .data(depths.length === 0 ? [] : guides)
    .join('path')
    .attr('class', (_, k) => `guide guide-${k % 3}`)
    .attr('d', (guide) => polyline(courseOf(guide, depths, panel)));
}

function lineName({ line }: DepthCurveData): string {
  return sweepText(line === 'least' ? 'chart.least' : 'chart.median');
}

/** Every line is named at its right end. */
function drawNames(
  layer: SVGGElement,
  data: DepthCurveData,
  medians: readonly DepthMedian[],
  depths: readonly number[],
  { plot, text, y }: DepthPanel,
): void {
  const last = Math.max(...depths);
  const end = medians.at(-1);
  const guides = depths.length === 0 ? [] : (data.guides ?? []);
  const labels = [
    ...(end === undefined ? [] : [{ kind: 'median', words: lineName(data), wanted: y(end.value) }]),
    ...guides.flatMap((guide, k) => {
      const value = endOf(guide, last);
      return value === undefined
        ? []
        : [{ kind: `guide guide-${k % 3}`, words: guide.name, wanted: y(value) }];
    }),
  ];
  drawEndNames(layer, 'ends', labels, {
    x: plot.right + text * 0.3,
    spacing: text * 1.2,
    top: plot.top,
    bottom: plot.bottom - text * 0.3,
    text,
  });
}

function dotMarks({ dots, quantity }: DepthCurveData, { x, y, text }: DepthPanel): LinkMark[] {
  const known = dots.filter(({ value }) => Number.isFinite(value));
  const columns = [...groupBy(known, ({ depth }) => depth)].sort(([a], [b]) => a - b);
  const pitch = Math.min(
    ...columns.slice(1).map(([depth], k) => x(depth) - x(columns[k]?.[0] ?? depth)),
    text * 4,
  );
  const radius = tenths(text * 0.28);
  return columns.flatMap(([depth, runs]) => {
    const heights = runs.map(({ value }) => y(value));
    const shifts = swarm(heights, radius * 2.1, Math.max(0, pitch / 2 - radius));
    return runs.map((run, k) => {
      const at = { x: x(depth) + Number(shifts[k]), y: Number(heights[k]) };
      const value = quantityFigure(quantity, run.value);
      return {
        key: [depth, ...run.lines, run.href].join(' '),
        at,
        path: disc(at, radius),
        kind: 'dot',
        lines: [sweepText('chart.atDepth', { depth, value }), ...run.lines],
        href: run.href,
      };
    });
  });
}

/** The points of guides that can be read out. */
function guideMarks(guides: readonly DepthGuide[], panel: DepthPanel): LinkMark[] {
  const { x, y, plot, text, quantity } = panel;
  return guides.flatMap((guide) => {
    const points = 'points' in guide ? guide.points : [];
    return points.flatMap(({ depth, value, lines }) => {
      const at = { x: x(depth), y: y(value) };
      if (lines === undefined || !(at.y > plot.top)) return [];
      const said = `${guide.name} ${quantityFigure(quantity, value)}`;
      return {
        key: `${guide.name} ${depth}`,
        at,
        path: disc(at, tenths(text * 0.24)),
        kind: 'guide-point',
        lines: [sweepText('chart.atDepth', { depth, value: said }), ...lines],
        href: undefined,
      };
    });
  });
}
