import { sweepText } from '../../messages/sweep.ts';
import { prepare, textWidth } from '../chart.ts';
import { arrow } from '../parts/arrow.ts';
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
import type { Pixel } from '../parts/pointer.ts';
import { pathName } from './path-name.ts';
import type {
  DepthPath,
  PathData,
  PathStop,
  TwoMinimaData,
  TwoMinimaOptions,
} from './two-minima-data.ts';

export { describeTwoMinima } from './describe-two-minima.ts';
export type * from './two-minima-data.ts';

/**
 * The loop of hysteresis: the same quantities over the depth along the path of growing, of
 * shrinking and of restarting, with arrows in the direction in which a path was walked.
 */
export function drawTwoMinima(
  svg: SVGSVGElement,
  data: TwoMinimaData,
  options: TwoMinimaOptions,
): void {
  const text = prepare(svg, 'two-minima', options);
  const panels = panelsOf(data, options, text);
  const layers = child(svg, 'g', 'panels')
    .selectChildren<SVGGElement, unknown>('g.panel')
    .data(panels)
    .join('g')
    .attr('class', 'panel')
    .nodes();
  for (const [k, layer] of layers.entries()) {
    const panel = panels[k];
    if (panel === undefined) continue;
    const depthTitle = sweepText('chart.depth');
    drawDepthAxes(group(layer, 'axes'), panel, { depthTitle, footed: k === panels.length - 1 });
    drawPaths(group(layer, 'paths'), data.paths, panel, k);
    drawNames(group(layer, 'names'), data.paths, panel, k);
  }
  const marks = panels.flatMap((panel, k) =>
    data.paths.flatMap(({ path, stops }) => stopMarks(path, stops, data, panel, k)),
  );
  drawLinkMarks(svg, group(svg, 'dots'), marks, {
    frame: { left: 0, top: 0, right: options.width, bottom: options.height },
    text,
  });
}

function panelsOf(
  { quantities, paths }: TwoMinimaData,
  { width, height }: TwoMinimaOptions,
  text: number,
): DepthPanel[] {
  const depths = paths.flatMap(({ stops }) => stops.map(({ depth }) => depth));
  const right = Math.max(
    ...paths.map(({ path }) => textWidth(pathName(path), text)),
    textWidth(sweepText('chart.depth'), text),
  );
  const [above, foot] = [text * 2.3, text * 2.2];
  const each = (height - foot) / Math.max(1, quantities.length);
  return quantities.map((quantity, k) => {
    const values = paths.flatMap(({ stops }) => stops.map((stop) => Number(stop.values[k])));
    const plot = {
      left: Math.round(text * 3.4),
      top: Math.round(k * each + above),
      right: Math.round(width - right - text * 0.9),
      bottom: Math.round((k + 1) * each - text * 0.4),
    };
    return depthPanel(quantity, depths, values, plot, text);
  });
}

function placeOf({ depth, values }: PathStop, { x, y }: DepthPanel, k: number): Pixel | undefined {
  const value = Number(values[k]);
  return Number.isFinite(value) ? { x: x(depth), y: y(value) } : undefined;
}

function placesOf({ stops }: PathData, panel: DepthPanel, k: number): Pixel[] {
  return stops
    .toSorted((a, b) => a.depth - b.depth)
    .flatMap((stop) => placeOf(stop, panel, k) ?? []);
}

function drawPaths(
  layer: SVGGElement,
  paths: readonly PathData[],
  panel: DepthPanel,
  k: number,
): void {
  const groups = child(layer, 'g', 'lines')
    .selectChildren<SVGGElement, PathData>('g')
    .data(paths)
    .join('g')
    .attr('class', ({ path }) => path);
  groups.each(function (data) {
    const places = placesOf(data, panel, k);
    child(this, 'path', 'line').attr('d', polyline(places.map(({ x, y }) => [x, y])));
    child(this, 'path', 'heads').attr('d', heads(data.path, places, panel.text));
  });
}

/** Arrow heads in the middle of every part of the path that is long enough to carry one. */
function heads(path: DepthPath, places: readonly Pixel[], text: number): string {
  if (path === 'restarted') return '';
  const walked = path === 'grown' ? places : places.toReversed();
  return walked
    .slice(1)
    .map((to, k) => {
      const from = walked[k];
      if (from === undefined || Math.hypot(to.x - from.x, to.y - from.y) < text * 1.8) return '';
      const ahead = { x: from.x + (to.x - from.x) * 0.6, y: from.y + (to.y - from.y) * 0.6 };
      return arrow(from, ahead, text).head;
    })
    .join('');
}

/** Every path is named where it ends on the right. */
function drawNames(
  layer: SVGGElement,
  paths: readonly PathData[],
  panel: DepthPanel,
  k: number,
): void {
  const { plot, text } = panel;
  const labels = paths.flatMap((data) => {
    const end = placesOf(data, panel, k).at(-1);
    return end === undefined
      ? []
      : [{ kind: data.path, words: pathName(data.path), wanted: end.y }];
  });
  drawEndNames(layer, 'ends', labels, {
    x: plot.right + text * 0.4,
    spacing: text * 1.15,
    top: plot.top,
    bottom: plot.bottom - text * 0.2,
    text,
  });
}

function stopMarks(
  path: DepthPath,
  stops: readonly PathStop[],
  { quantities }: TwoMinimaData,
  panel: DepthPanel,
  k: number,
): LinkMark[] {
  return stops.flatMap((stop) => {
    const at = placeOf(stop, panel, k);
    const quantity = quantities[k];
    if (at === undefined || quantity === undefined) return [];
    const value = quantityFigure(quantity, Number(stop.values[k]));
    const where = sweepText('chart.stop', { depth: stop.depth, path: pathName(path) });
    return [
      {
        key: `${k} ${path} ${stop.depth}`,
        at,
        path: symbol(path, at, panel.text * 0.3),
        kind: path,
        lines: [where, `${quantity.title} ${value}`, ...stop.lines],
        href: stop.href,
      },
    ];
  });
}

/** A disc for restarted, a triangle pointing up for grown and down for shrunk. */
function symbol(path: DepthPath, at: Pixel, radius: number): string {
  if (path === 'restarted') return disc(at, radius);
  const [r, up] = [tenths(radius * 1.25), path === 'grown' ? -1 : 1];
  return `M${tenths(at.x - r)},${tenths(at.y - up * r * 0.8)}h${2 * r}L${tenths(at.x)},${tenths(at.y + up * r)}z`;
}
