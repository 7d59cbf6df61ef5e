import { chartText } from '../../messages/charts.ts';
import { figure, fixed } from '../figures.ts';
import { arrow } from '../parts/arrow.ts';
import { child } from '../parts/child.ts';
import { tenths } from '../parts/outline.ts';
import { type Plane, toPixel } from '../parts/plane.ts';
import type { Pixel } from '../parts/pointer.ts';
import { drawReadOut } from '../parts/read-out.ts';
import type { ArrowFieldData } from './arrow-field-data.ts';

interface Ends {
  readonly from: Pixel;
  /** Undefined while the image is not known. */
  readonly to: Pixel | undefined;
}

/** Both ends of probe n's arrow, in pixels. */
function endsOf({ starts, images }: ArrowFieldData, n: number, plane: Plane): Ends {
  const from = toPixel({ x: Number(starts[2 * n]), y: Number(starts[2 * n + 1]) }, plane);
  const image = { x: Number(images[2 * n]), y: Number(images[2 * n + 1]) };
  const isKnown = Number.isFinite(image.x) && Number.isFinite(image.y);
  return { from, to: isKnown ? toPixel(image, plane) : undefined };
}

/** The probe whose arrow passes nearest to a pixel, if one does within reach. */
export function probeAt(at: Pixel, data: ArrowFieldData, plane: Plane): number | undefined {
  const { plot, text } = plane;
  if (at.x < plot.left || at.x > plot.right || at.y < plot.top || at.y > plot.bottom) {
    return undefined;
  }
  let found: number | undefined;
  let least = text;
  for (let n = 0; 2 * n + 1 < data.starts.length; n++) {
    const { from, to = from } = endsOf(data, n, plane);
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const along = ((at.x - from.x) * dx + (at.y - from.y) * dy) / (dx * dx + dy * dy || 1);
    const share = Math.min(1, Math.max(0, along));
    // The start counts a little more, since the ends of many arrows lie close together.
    const distance =
      Math.hypot(at.x - from.x - share * dx, at.y - from.y - share * dy) + share * text * 0.2;
    if (distance >= least) continue;
    least = distance;
    found = n;
  }
  return found;
}

function distanceFigure(distance: number): string {
  return distance < 0.001 ? chartText('arrows.underThousandth') : figure(distance, 2);
}

/** Sets one arrow off from the others and reads out its ends and its distances to the curve. */
export function drawArrowReadOut(
  svg: SVGSVGElement,
  layer: SVGGElement,
  probe: number | undefined,
  data: ArrowFieldData,
  plane: Plane,
): void {
  const { starts, images, distances } = data;
  if (probe === undefined || 2 * probe + 1 >= starts.length) {
    layer.replaceChildren();
    drawReadOut(svg, undefined, plane.plot, plane.text);
    return;
  }
  const { from, to } = endsOf(data, probe, plane);
  const picked = to === undefined ? undefined : arrow(from, to, plane.text * 1.25);
  for (const part of ['halo', 'shaft'] as const) {
    child(layer, 'path', part).attr('d', picked === undefined ? '' : picked.shaft + picked.head);
  }
  child(layer, 'circle', 'ring')
    .attr('cx', tenths(from.x))
    .attr('cy', tenths(from.y))
    .attr('r', tenths(plane.text * 0.4));

  const place = (values: ArrayLike<number>) =>
    `(${fixed(Number(values[2 * probe]), 2)}, ${fixed(Number(values[2 * probe + 1]), 2)})`;
  const lines = [
    place(starts),
    to === undefined
      ? chartText('arrows.noImage')
      : chartText('arrows.image', { place: place(images) }),
  ];
  const [before, after] = [distances?.before[probe], distances?.after[probe]].map(Number);
  if (Number.isFinite(before)) {
    const far = { before: distanceFigure(before), after: distanceFigure(after) };
    lines.push(chartText(Number.isFinite(after) ? 'arrows.toCurveThen' : 'arrows.toCurve', far));
  }
  drawReadOut(svg, { at: from, lines }, plane.plot, plane.text);
}
