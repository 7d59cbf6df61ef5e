import { chartText } from '../../messages/charts.ts';
import { prepare } from '../chart.ts';
import { figure } from '../figures.ts';
import { child, group } from '../parts/child.ts';
import { className, classSymbol } from '../parts/class-mark.ts';
import { drawClassSymbols, symbolRadius } from '../parts/class-symbols.ts';
import { tenths } from '../parts/outline.ts';
import { toPixel } from '../parts/plane.ts';
import { followPointer, type Pixel, report } from '../parts/pointer.ts';
import { drawReadOut } from '../parts/read-out.ts';
import type { ScatterData, ScatterOptions } from './scatter-data.ts';
import { type ScatterFrame, scatterFrame } from './scatter-frame.ts';

export { describeScatter } from './describe-scatter.ts';
export type * from './scatter-data.ts';

/** A layer's view of the data: each point by its first two principal coordinates, at equal scales. */
export function drawScatter(svg: SVGSVGElement, data: ScatterData, options: ScatterOptions): void {
  const text = prepare(svg, 'scatter', options);
  const frame = scatterFrame(data, options, text);
  const radius = symbolRadius(data.labels.length, text, options.width);
  svg.classList.toggle('dimmed', options.dimmed === true);

  drawAxes(group(svg, 'axes'), frame);
  drawClassSymbols(group(svg, 'points'), data.labels, data.classCount, radius, (n) =>
    pixelOf(data, n, frame),
  );

  const read = (point = options.highlighted) => drawPointReadOut(svg, point, data, options, frame);
  const pointer = followPointer(svg, (at) => {
    const point = at && pointAt(at, data, frame);
    read(point);
    report(svg, point, options.onHover);
  });
  read(pointer && pointAt(pointer, data, frame));
}

function pixelOf({ points }: ScatterData, n: number, frame: ScatterFrame): Pixel {
  return toPixel({ x: Number(points[2 * n]), y: Number(points[2 * n + 1]) }, frame);
}

function drawAxes(axes: SVGGElement, { plot, text, x, y, xTicks, yTicks, titles }: ScatterFrame) {
  const column = (value: number) => Math.round(x.offset + x.factor * value) + 0.5;
  const row = (value: number) => Math.round(y.offset + y.factor * value) + 0.5;
  const baseline = plot.bottom + Math.round(text * 1.45);
  child(axes, 'rect', 'sheet')
    .attr('x', plot.left)
    .attr('y', plot.top)
    .attr('width', plot.right - plot.left)
    .attr('height', plot.bottom - plot.top);
  const isWithin = (value: number, low: number, high: number) => value > low && value < high;
  const zeros = [
    isWithin(column(0), plot.left, plot.right) ? `M${column(0)},${plot.top}V${plot.bottom}` : '',
    isWithin(row(0), plot.top, plot.bottom) ? `M${plot.left},${row(0)}H${plot.right}` : '',
  ];
  child(axes, 'path', 'zeros').attr('d', zeros.join(''));
  child(axes, 'path', 'ticks').attr(
    'd',
    xTicks.map((value) => `M${column(value)},${plot.bottom}v4`).join('') +
      yTicks.map((value) => `M${plot.left},${row(value)}h-4`).join(''),
  );
  child(axes, 'g', 'x-labels')
    .selectChildren('text')
    .data(xTicks)
    .join('text')
    .attr('x', column)
    .attr('y', baseline)
    .text((value) => figure(value));
  child(axes, 'g', 'y-labels')
    .selectChildren('text')
    .data(yTicks)
    .join('text')
    .attr('x', plot.left - text * 0.6)
    .attr('y', (value) => row(value) + Math.round(text * 0.35))
    .text((value) => figure(value));
  child(axes, 'text', 'x-title').attr('x', plot.right).attr('y', baseline).text(titles.x);
  child(axes, 'text', 'y-title')
    .attr('x', 0)
    .attr('y', Math.round(text * 1.05))
    .text(titles.y);
}

function pointAt(at: Pixel, data: ScatterData, frame: ScatterFrame): number | undefined {
  let found: number | undefined;
  let least = frame.text;
  for (let n = 0; n < data.labels.length; n++) {
    const { x, y } = pixelOf(data, n, frame);
    const distance = Math.hypot(x - at.x, y - at.y);
    if (distance >= least) continue;
    least = distance;
    found = n;
  }
  return found;
}

function drawPointReadOut(
  svg: SVGSVGElement,
  point: number | undefined,
  data: ScatterData,
  options: ScatterOptions,
  frame: ScatterFrame,
): void {
  const { plot, text } = frame;
  const layer = group(svg, 'cross-hair');
  const label = point === undefined ? undefined : data.labels[point];
  const place = point === undefined ? undefined : pixelOf(data, point, frame);
  if (point === undefined || label === undefined || !Number.isFinite(place?.x)) {
    layer.replaceChildren();
    drawReadOut(svg, undefined, plot, text);
    return;
  }
  const at = place ?? { x: 0, y: 0 };
  const path = `M${tenths(at.x)},${tenths(at.y)}${classSymbol(0, tenths(text * 0.75))}`;
  for (const name of ['halo', 'circled']) child(layer, 'path', name).attr('d', path);
  const lines = [
    chartText('class', { name: className(label, options.classNames) }),
    `${figure(Number(data.points[2 * point]))}, ${figure(Number(data.points[2 * point + 1]))}`,
  ];
  drawReadOut(svg, { at, lines }, { ...plot, left: 0, top: 0 }, text);
}
