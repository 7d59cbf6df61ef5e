import { chartText } from '../../messages/charts.ts';
import { prepare } from '../chart.ts';
import { fixed } from '../figures.ts';
import { drawHandles, type Handles } from '../handles/handles.ts';
import { child, group } from '../parts/child.ts';
import { classColour, className, classSymbol } from '../parts/class-mark.ts';
import { tenths } from '../parts/outline.ts';
import { drawPlaneAxes, toPixel } from '../parts/plane.ts';
import { followPointer, report } from '../parts/pointer.ts';
import type { ClassMapData, ClassMapOptions } from './class-map-data.ts';
import { type ClassMapFrame, classMapFrame } from './class-map-frame.ts';
import { legendRows } from './class-map-legend.ts';
import { drawFills, drawMarks } from './class-map-picture.ts';
import { drawClassMapReadOut, hoverAt } from './class-map-read-out.ts';
import { followStrokes } from './class-map-strokes.ts';

export type * from './class-map-data.ts';
export type { MapStroke } from './class-map-strokes.ts';
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
  const titles = { x: options.xTitle ?? 'x₁', y: options.yTitle ?? 'x₂' };
  drawPlaneAxes(group(svg, 'axes'), data.domain, titles, frame);
  drawFills(group(svg, 'fills'), data, options, frame);
  drawPoints(group(svg, 'points'), data, frame);
  drawMarks(group(svg, 'marks'), data, options, frame);
  drawMarker(group(svg, 'marker'), data, options, frame);
  legend.draw(group(svg, 'legend'), frame.plot);
  drawHandles(svg, group(svg, 'handles'), editing(data, options), frame);
  followStrokes(svg, frame, options.onStroke);

  // A card under the brush would hide what is drawn.
  const isRead = options.onStroke === undefined;
  const read = (at = options.highlighted && toPixel(options.highlighted, frame)) =>
    drawClassMapReadOut(
      svg,
      at && isRead ? hoverAt(at, data, frame) : undefined,
      data,
      options,
      frame,
    );
  const pointer = followPointer(svg, (at) => {
    const hover = at && hoverAt(at, data, frame);
    read(hover && at);
    report(svg, hover, options.onHover);
  });
  read(pointer && hoverAt(pointer, data, frame) ? pointer : undefined);
}

/** A ring about the point, or the place, that is marked from elsewhere. */
function drawMarker(
  layer: SVGGElement,
  { points }: ClassMapData,
  { marker }: ClassMapOptions,
  frame: ClassMapFrame,
): void {
  const place =
    typeof marker === 'number'
      ? { x: Number(points.inputs[2 * marker]), y: Number(points.inputs[2 * marker + 1]) }
      : marker;
  if (place === undefined || Number.isNaN(place.x) || Number.isNaN(place.y)) {
    layer.replaceChildren();
    return;
  }
  const { x, y } = toPixel(place, frame);
  const path = `M${tenths(x)},${tenths(y)}${classSymbol(0, tenths(frame.text * 0.75))}`;
  for (const name of ['halo', 'ring']) child(layer, 'path', name).attr('d', path);
}

function editing({ points }: ClassMapData, options: ClassMapOptions): Handles | undefined {
  if (options.editing !== true) return undefined;
  return {
    places: points.inputs,
    noun: 'point',
    nameOf: (index) => {
      const [x, y] = [points.inputs[2 * index], points.inputs[2 * index + 1]];
      const name = className(Number(points.labels[index]), options.classNames);
      return chartText('handles.point', { name, x: fixed(Number(x), 2), y: fixed(Number(y), 2) });
    },
    onAdd: options.onAddPoint,
    onMove: options.onMovePoint,
    onRemove: options.onRemovePoint,
    keysOnly: options.onStroke !== undefined,
  };
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
