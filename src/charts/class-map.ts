import { prepare } from './chart.ts';
import { child, group } from './child.ts';
import type { ClassMapData, ClassMapOptions } from './class-map-data.ts';
import { axisTicks, type ClassMapFrame, classMapFrame } from './class-map-frame.ts';
import { legendRows } from './class-map-legend.ts';
import { drawFills, drawMarks } from './class-map-picture.ts';
import { drawClassMapReadOut, hoverAt } from './class-map-read-out.ts';
import { classColour, classSymbol } from './class-mark.ts';
import { figure } from './figures.ts';
import { type Affine, tenths } from './outline.ts';
import { followPointer, report } from './pointer.ts';

export type * from './class-map-data.ts';
export { describeClassMap } from './describe-class-map.ts';

/**
 * The class map: which class the network gives to each place of its domain, with the data points
 * and the tripoints, at which three classes meet.
 */
export function drawClassMap(
  svg: SVGSVGElement,
  data: ClassMapData,
  options: ClassMapOptions,
): void {
  const text = prepare(svg, 'class-map', options);
  const legend = legendRows(data, options, text);
  const frame = classMapFrame(data, options, text, legend.rows);

  // In the order of painting: the points lie on the regions and under names and tripoints.
  drawAxes(group(svg, 'axes'), data, options, frame);
  drawFills(group(svg, 'fills'), data, options, frame);
  drawPoints(group(svg, 'points'), data, frame);
  drawMarks(group(svg, 'marks'), data, options, frame);
  legend.draw(group(svg, 'legend'), frame.plot);

  const read = (at = options.highlighted && toPixel(options.highlighted, frame)) =>
    drawClassMapReadOut(svg, at && hoverAt(at, data, frame), data, options, frame);
  const pointer = followPointer(svg, (at) => {
    const hover = at && hoverAt(at, data, frame);
    read(hover && at);
    report(svg, hover, options.onHover);
  });
  read(pointer && hoverAt(pointer, data, frame) ? pointer : undefined);
}

function toPixel(place: { readonly x: number; readonly y: number }, { x, y }: ClassMapFrame) {
  return { x: x.offset + x.factor * place.x, y: y.offset + y.factor * place.y };
}

function drawAxes(
  axes: SVGGElement,
  data: ClassMapData,
  options: ClassMapOptions,
  { plot, x, y, text }: ClassMapFrame,
): void {
  const place = (map: Affine, value: number) => Math.round(map.offset + map.factor * value) + 0.5;
  const xTicks = axisTicks(data.domain.x);
  const yTicks = axisTicks(data.domain.y);
  const notch = Math.round(text * 0.35);
  child(axes, 'path', 'ticks').attr(
    'd',
    xTicks.map((value) => `M${place(x, value)},${plot.bottom}v${notch}`).join('') +
      yTicks.map((value) => `M${plot.left},${place(y, value)}h${-notch}`).join(''),
  );
  const baseline = plot.bottom + Math.round(text * 1.45);
  child(axes, 'g', 'x-labels')
    .selectChildren('text')
    .data(xTicks)
    .join('text')
    .attr('x', (value) => place(x, value))
    .attr('y', baseline)
    .text((value) => figure(value));
  child(axes, 'g', 'y-labels')
    .selectChildren('text')
    .data(yTicks)
    .join('text')
    .attr('x', plot.left - notch - 4)
    .attr('y', (value) => place(y, value) + Math.round(text * 0.35))
    .text((value) => figure(value));
  child(axes, 'text', 'x-title')
    .attr('x', plot.right)
    .attr('y', baseline)
    .text(options.xTitle ?? 'x₁');
  child(axes, 'text', 'y-title')
    .attr('x', plot.left - notch - 4)
    .attr('y', plot.top + Math.round(text * 0.8))
    .text(options.yTitle ?? 'x₂');
}

function drawPoints(
  layer: SVGGElement,
  { points, classCount }: ClassMapData,
  frame: ClassMapFrame,
) {
  const { x, y, plot, pointRadius } = frame;
  const paths: string[] = new Array(classCount).fill('');
  const symbols = paths.map((_, label) => classSymbol(label, pointRadius));
  const ring = classSymbol(0, tenths(pointRadius * 2.1));
  let rings = '';
  for (let n = 0; n < points.labels.length; n++) {
    const label = Number(points.labels[n]);
    const px = tenths(x.offset + x.factor * Number(points.inputs[2 * n]));
    const py = tenths(y.offset + y.factor * Number(points.inputs[2 * n + 1]));
    if (px < plot.left || px > plot.right || py < plot.top || py > plot.bottom) continue;
    const start = `M${px},${py}`;
    paths[label] += start + symbols[label];
    if (points.predicted !== undefined && points.predicted[n] !== label) rings += start + ring;
  }
  child(layer, 'path', 'misclassified').attr('d', rings);
  child(layer, 'g', 'symbols')
    .selectChildren('path')
    .data(paths)
    .join('path')
    .style('--class-colour', (_, label) => classColour(label))
    .attr('d', (path) => path);
}
