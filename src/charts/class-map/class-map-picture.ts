import { select } from 'd3';
import { child, group } from '../parts/child.ts';
import { classColour, className, classSymbol } from '../parts/class-mark.ts';
import { outline, tenths } from '../parts/outline.ts';
import type { ClassMapData, ClassMapOptions } from './class-map-data.ts';
import { drawFibres } from './class-map-fibres.ts';
import type { ClassMapFrame } from './class-map-frame.ts';
import { type LabelPoint, labelPoints, type RegionRaster, rasterise } from './label-point.ts';
import { tripointSectors } from './tripoint-mark.ts';

const rasterSize = 64;

/** The regions in their classes' tints, with crisp boundaries. */
export function drawFills(
  stack: SVGGElement,
  data: ClassMapData,
  options: ClassMapOptions,
  frame: ClassMapFrame,
): void {
  const { x, y, plot } = frame;
  const picture = presentPicture(stack, options);
  child(picture, 'rect', 'ground')
    .attr('x', plot.left)
    .attr('y', plot.top)
    .attr('width', plot.right - plot.left)
    .attr('height', plot.bottom - plot.top);
  child(picture, 'g', 'regions')
    .selectChildren('path')
    .data(data.regions)
    .join('path')
    .style('--class-colour', (region) => classColour(region.class))
    .attr('d', ({ rings }) => rings.map((ring) => outline(ring, x, y, true)).join(''));
  drawFibres(group(picture, 'fibres'), data, options, frame);
  child(picture, 'path', 'boundaries').attr(
    'd',
    data.boundaries.map(({ points, closed }) => outline(points, x, y, closed)).join(''),
  );
}

/** The regions' names, placed clear of the data points where there is room, and the tripoints. */
export function drawMarks(
  stack: SVGGElement,
  data: ClassMapData,
  options: ClassMapOptions,
  frame: ClassMapFrame,
): void {
  const picture = presentPicture(stack, options);
  const raster = rasterise(data.regions, data.domain, rasterSize);
  drawNames(group(picture, 'names'), data, options, frame, raster);
  drawTripoints(group(picture, 'tripoints'), data, frame, raster);
}

/** The group of the present picture; another picture's is sent off to fade and be removed. */
function presentPicture(stack: SVGGElement, options: ClassMapOptions): SVGGElement {
  const id = String(options.pictureId ?? '');
  const pictures = select(stack)
    .classed('dimmed', options.dimmed === true)
    .selectChildren<SVGGElement, unknown>('g');
  const present = pictures.filter(function () {
    return this.dataset.picture === id && !this.classList.contains('leaving');
  });
  const existing = present.node();
  if (existing !== null) return existing;

  // One old picture at most is kept to fade from, however fast they follow one another.
  pictures.filter('.leaving').remove();
  const old = pictures.filter(':not(.leaving)');
  if (options.motion === false) old.remove();
  else
    old.attr('class', 'picture leaving').on('animationend', function () {
      this.remove();
    });
  const made = stack.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'g');
  stack.append(made);
  select(made)
    .attr('class', old.empty() ? 'picture' : 'picture entering')
    .attr('data-picture', id);
  return made;
}

function drawNames(
  names: SVGGElement,
  data: ClassMapData,
  options: ClassMapOptions,
  frame: ClassMapFrame,
  raster: RegionRaster,
): void {
  const { regions, domain, points, tripoints } = data;
  const { plot, text, x, y } = frame;
  const side = plot.right - plot.left;
  const reach = text * 1.1;
  const marks = tripoints.flatMap((tripoint) =>
    Array.from({ length: 8 }, (_, k) => (k * Math.PI) / 4).flatMap((angle) => [
      tripoint.x + (reach / x.factor) * Math.cos(angle),
      tripoint.y + (reach / y.factor) * Math.sin(angle),
    ]),
  );
  const beside = labelPoints(raster, regions.length, domain, [...points.inputs, ...marks]);
  const inside = labelPoints(raster, regions.length, domain, marks);
  // Beside the points where there is room, else over them, else nowhere.
  const roomy = (point: LabelPoint | undefined, letters: number) =>
    point !== undefined && point.clearance * side > letters * text;
  const placed = regions.flatMap((region, k) => {
    const place = roomy(beside[k], 0.8) ? beside[k] : roomy(inside[k], 0.6) ? inside[k] : undefined;
    return place === undefined ? [] : [{ region, place }];
  });
  child(names, 'g', 'letters')
    .selectChildren('text')
    .data(placed)
    .join('text')
    .style('--class-colour', ({ region }) => classColour(region.class))
    .attr('dy', '0.35em')
    .style('transform', ({ place }) => {
      const [px, py] = [x.offset + x.factor * place.x, y.offset + y.factor * place.y];
      return `translate(${tenths(px)}px, ${tenths(py)}px)`;
    })
    .text(({ region }) => className(region.class, options.classNames));
}

function drawTripoints(
  layer: SVGGElement,
  { tripoints, regions, domain }: ClassMapData,
  { x, y, text, plot }: ClassMapFrame,
  raster: RegionRaster,
): void {
  const ring = tenths(text * 0.82);
  const dot = tenths(text * 0.52);
  const { size } = raster;
  const cellsAway = ((ring * 1.4) / (plot.right - plot.left)) * size;
  const column = (value: number, [from, to]: readonly [number, number]) =>
    ((value - from) / (to - from)) * size;
  const marks = child(layer, 'g', 'rings')
    .selectChildren<SVGGElement, unknown>('g')
    .data(tripoints)
    .join('g')
    .attr('transform', (tripoint) => {
      const [px, py] = [x.offset + x.factor * tripoint.x, y.offset + y.factor * tripoint.y];
      return `translate(${tenths(px)},${tenths(py)})`;
    });
  marks.each(function (tripoint) {
    child(this, 'path', 'halo').attr('d', `M0,0${classSymbol(0, ring)}`);
    child(this, 'path', 'ring').attr('d', `M0,0${classSymbol(0, ring)}`);
    const classAround = (angle: number) => {
      const i = Math.floor(column(tripoint.x, domain.x) + cellsAway * Math.cos(angle));
      const j = Math.floor(column(tripoint.y, domain.y) - cellsAway * Math.sin(angle));
      if (i < 0 || i >= size || j < 0 || j >= size) return undefined;
      return regions[Number(raster.regions[j * size + i])]?.class;
    };
    child(this, 'g', 'sectors')
      .selectChildren('path')
      .data(tripointSectors(tripoint, dot, classAround))
      .join('path')
      .style('--class-colour', (sector) => classColour(sector.class))
      .attr('d', (sector) => sector.path);
  });
}
