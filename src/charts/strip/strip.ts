import { chartText } from '../../messages/charts.ts';
import { prepare } from '../chart.ts';
import { enumeration, figure } from '../figures.ts';
import { child, group } from '../parts/child.ts';
import { classColour, className, classSymbol } from '../parts/class-mark.ts';
import { drawClassSymbols } from '../parts/class-symbols.ts';
import { tenths } from '../parts/outline.ts';
import { followPointer, type Pixel, report } from '../parts/pointer.ts';
import { drawReadOut } from '../parts/read-out.ts';
import { overlaps } from './class-intervals.ts';
import { hatching } from './hatching.ts';
import type { StripData, StripHover, StripOptions } from './strip-data.ts';
import { type StripFrame, stripFrame } from './strip-frame.ts';

export { describeStrip } from './describe-strip.ts';
export type * from './strip-data.ts';

/**
 * The line onto which a network of rank one folds its inputs: every point at its place, each
 * class's stretch tinted and named, with what belongs to two classes hatched.
 */
export function drawStrip(svg: SVGSVGElement, data: StripData, options: StripOptions): void {
  const text = prepare(svg, 'strip', options);
  const frame = stripFrame(data, options, text);
  svg.classList.toggle('dimmed', options.dimmed === true);

  drawAxis(group(svg, 'axes'), frame);
  drawCuts(group(svg, 'cuts'), data.stretches, frame);
  drawBands(group(svg, 'bands'), frame);
  drawMarker(group(svg, 'marker'), options.marker, frame);
  drawClassSymbols(group(svg, 'points'), data.labels, data.classCount, frame.radius, frame.place);
  drawNames(group(svg, 'intervals'), frame);

  const read = (hover = highlight(data, options)) =>
    drawStripReadOut(svg, hover, data, options, frame);
  const pointer = followPointer(svg, (at) => {
    const hover = at && hoverAt(at, data, frame);
    read(hover);
    report(svg, hover, options.onHover);
  });
  read(pointer && hoverAt(pointer, data, frame));
}

function highlight({ positions }: StripData, { highlighted }: StripOptions) {
  const position = highlighted === undefined ? undefined : positions[highlighted];
  return position === undefined ? undefined : { position, point: highlighted };
}

function drawAxis(axes: SVGGElement, { plot, text, x, ticks, title }: StripFrame): void {
  const baseline = plot.bottom + Math.round(text * 1.45);
  const column = (value: number) => Math.round(x(value)) + 0.5;
  child(axes, 'rect', 'sheet')
    .attr('x', plot.left)
    .attr('y', plot.top)
    .attr('width', plot.right - plot.left)
    .attr('height', plot.bottom - plot.top);
  child(axes, 'path', 'ticks').attr(
    'd',
    `M${plot.left},${plot.bottom + 0.5}H${plot.right}` +
      ticks.map((value) => `M${column(value)},${plot.bottom}v4`).join(''),
  );
  child(axes, 'g', 'x-labels')
    .selectChildren('text')
    .data(ticks)
    .join('text')
    .attr('x', column)
    .attr('y', baseline)
    .text((value) => figure(value));
  child(axes, 'text', 'x-title').attr('x', plot.right).attr('y', baseline).text(title);
}

/** The whole line by the class it is sent to, faintly under the stretches that have data. */
function drawCuts(
  layer: SVGGElement,
  stretches: StripData['stretches'] = [],
  { plot, x }: StripFrame,
): void {
  const within = (value: number) => Math.min(plot.right, Math.max(plot.left, x(value)));
  const seen = stretches.filter(({ from, to }) => within(from) < within(to));
  child(layer, 'g', 'stretches')
    .selectChildren('rect')
    .data(seen)
    .join('rect')
    .style('--class-colour', (stretch) => classColour(stretch.class))
    .attr('x', ({ from }) => tenths(within(from)))
    .attr('width', ({ from, to }) => tenths(within(to) - within(from)))
    .attr('y', plot.top)
    .attr('height', plot.bottom - plot.top);
  child(layer, 'path', 'lines').attr(
    'd',
    seen
      .slice(1)
      .map(({ from }) => `M${tenths(x(from))},${plot.top}V${plot.bottom}`)
      .join(''),
  );
}

function drawBands(layer: SVGGElement, { plot, x, bands, text, radius }: StripFrame): void {
  child(layer, 'g', 'tints')
    .selectChildren('rect')
    .data(bands)
    .join('rect')
    .style('--class-colour', ({ interval }) => classColour(interval.class))
    .attr('x', ({ from }) => tenths(from))
    .attr('width', ({ from, to }) => tenths(to - from))
    .attr('y', plot.top)
    .attr('height', plot.bottom - plot.top);
  const intervals = bands
    .map(({ interval }) => interval)
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const hatched = overlaps(intervals).map(([from, to]) =>
    hatching(
      { left: x(from) - radius, right: x(to) + radius, top: plot.top, bottom: plot.bottom },
      Math.max(4, Math.round(text * 0.5)),
    ),
  );
  child(layer, 'path', 'overlaps').attr('d', hatched.join(''));
}

/** A bracket over each class's stretch, broken by the class's name. */
function drawNames(layer: SVGGElement, { bands, text }: StripFrame): void {
  const named = bands.flatMap(({ bracket, ...band }) =>
    bracket === undefined ? [] : [{ ...band, bracket }],
  );
  child(layer, 'g', 'brackets')
    .selectChildren('path')
    .data(named)
    .join('path')
    .style('--class-colour', ({ interval }) => classColour(interval.class))
    .attr('d', ({ from, to, bracket }) => {
      const foot = Math.round(text * 0.35);
      return `M${tenths(from)},${bracket + foot}V${bracket}H${tenths(to)}V${bracket + foot}`;
    });
  child(layer, 'g', 'letters')
    .selectChildren('text')
    .data(named)
    .join('text')
    .style('--class-colour', ({ interval }) => classColour(interval.class))
    .attr('x', ({ from, to }) => tenths((from + to) / 2))
    .attr('y', ({ bracket }) => bracket + Math.round(text * 0.36))
    .text(({ name }) => name);
}

function drawMarker(layer: SVGGElement, marker: number | undefined, { plot, x }: StripFrame) {
  const px = marker === undefined || !Number.isFinite(marker) ? undefined : Math.round(x(marker));
  child(layer, 'path', 'hairs').attr(
    'd',
    px === undefined ? '' : `M${px + 0.5},${plot.top}V${plot.bottom + 6}`,
  );
  child(layer, 'path', 'pin').attr(
    'd',
    px === undefined ? '' : `M${px + 0.5},${plot.bottom - 1}l5,9h-10z`,
  );
}

/** The place under the pointer and the nearest point, if one is within reach. */
function hoverAt(at: Pixel, data: StripData, frame: StripFrame): StripHover | undefined {
  const { plot, text, x } = frame;
  if (at.y < 0 || at.y > plot.bottom + text || at.x < plot.left || at.x > plot.right) {
    return undefined;
  }
  let point: number | undefined;
  let least = text;
  for (let n = 0; n < data.labels.length; n++) {
    const place = frame.place(n);
    const distance = Math.hypot(place.x - at.x, place.y - at.y);
    if (distance >= least) continue;
    least = distance;
    point = n;
  }
  const position = point === undefined ? x.invert(at.x) : Number(data.positions[point]);
  return { position, point };
}

function drawStripReadOut(
  svg: SVGSVGElement,
  hover: StripHover | undefined,
  data: StripData,
  options: StripOptions,
  frame: StripFrame,
): void {
  const { plot, text, x, bands } = frame;
  const layer = group(svg, 'cross-hair');
  if (hover === undefined || data.labels.length === 0) {
    layer.replaceChildren();
    drawReadOut(svg, undefined, plot, text);
    return;
  }
  const { position, point } = hover;
  const px = Math.round(x(position)) + 0.5;
  const at = point === undefined ? { x: px, y: (plot.top + plot.bottom) / 2 } : frame.place(point);
  const ring = `M${tenths(at.x)},${tenths(at.y)}${classSymbol(0, tenths(text * 0.75))}`;
  child(layer, 'path', 'hairs').attr('d', `M${px},${plot.top}V${plot.bottom}`);
  for (const name of ['halo', 'circled']) {
    child(layer, 'path', name).attr('d', point === undefined ? '' : ring);
  }
  const inside = bands
    .filter(({ interval }) => interval.from <= position && position <= interval.to)
    .map(({ name }) => name);
  const first =
    point === undefined
      ? inside.length === 0
        ? (sentTo(position, data, options) ?? chartText('strip.between'))
        : chartText('strip.within', { classes: enumeration(inside) })
      : chartText('class', { name: className(Number(data.labels[point]), options.classNames) });
  const lines = [first, figure(position)];
  const whole = { left: 0, top: 0, right: options.width, bottom: options.height };
  drawReadOut(svg, { at, lines }, whole, text);
}

/** The class to which the network sends a place of the line without data. */
function sentTo(position: number, { stretches = [] }: StripData, options: StripOptions) {
  const at = stretches.find(({ from, to }) => from <= position && position <= to);
  return at && chartText('strip.sentTo', { name: className(at.class, options.classNames) });
}
