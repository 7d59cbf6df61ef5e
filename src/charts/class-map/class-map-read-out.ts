import { chartText } from '../../messages/charts.ts';
import { fixed } from '../figures.ts';
import { child, group } from '../parts/child.ts';
import { className } from '../parts/class-mark.ts';
import type { Pixel } from '../parts/pointer.ts';
import { drawReadOut } from '../parts/read-out.ts';
import type { ClassMapData, ClassMapHover, ClassMapOptions } from './class-map-data.ts';
import type { ClassMapFrame } from './class-map-frame.ts';
import { contains } from './contains.ts';

/** What lies at a pixel; undefined outside the map. */
export function hoverAt(
  at: Pixel,
  data: ClassMapData,
  frame: ClassMapFrame,
): ClassMapHover | undefined {
  const { plot } = frame;
  if (at.x < plot.left || at.x > plot.right || at.y < plot.top || at.y > plot.bottom) {
    return undefined;
  }
  const x = (at.x - frame.x.offset) / frame.x.factor;
  const y = (at.y - frame.y.offset) / frame.y.factor;
  const region = data.regions.find(({ rings }) => contains(rings, x, y));
  return { x, y, class: region?.class, point: nearestPoint(at, data, frame) };
}

function nearestPoint(at: Pixel, { points }: ClassMapData, frame: ClassMapFrame) {
  let nearest: number | undefined;
  let least = frame.pointRadius + 3;
  for (let n = 0; n < points.labels.length; n++) {
    const px = frame.x.offset + frame.x.factor * Number(points.inputs[2 * n]);
    const py = frame.y.offset + frame.y.factor * Number(points.inputs[2 * n + 1]);
    const distance = Math.hypot(px - at.x, py - at.y);
    if (distance >= least) continue;
    least = distance;
    nearest = n;
  }
  return nearest;
}

export function drawClassMapReadOut(
  svg: SVGSVGElement,
  hover: ClassMapHover | undefined,
  data: ClassMapData,
  options: ClassMapOptions,
  { plot, x, y, text }: ClassMapFrame,
): void {
  const layer = group(svg, 'cross-hair');
  if (hover === undefined) {
    layer.replaceChildren();
    drawReadOut(svg, undefined, plot, text);
    return;
  }
  const px = Math.round(x.offset + x.factor * hover.x) + 0.5;
  const py = Math.round(y.offset + y.factor * hover.y) + 0.5;
  child(layer, 'path', 'hairs').attr(
    'd',
    `M${px},${plot.top}V${plot.bottom}M${plot.left},${py}H${plot.right}`,
  );
  const name = (label: number) => className(label, options.classNames);
  const lines = [
    hover.class === undefined
      ? chartText('classMap.noRegion')
      : chartText('classMap.region', { name: name(hover.class) }),
    `${options.xTitle ?? 'x₁'} ${fixed(hover.x, 2)}, ${options.yTitle ?? 'x₂'} ${fixed(hover.y, 2)}`,
  ];
  if (hover.point !== undefined) {
    const label = Number(data.points.labels[hover.point]);
    const given = data.points.predicted?.[hover.point] ?? label;
    const key = given === label ? 'classMap.point' : 'classMap.pointTakenFor';
    lines.push(chartText(key, { name: name(label), given: name(given) }));
  }
  drawReadOut(svg, { at: { x: px, y: py }, lines }, plot, text);
}
