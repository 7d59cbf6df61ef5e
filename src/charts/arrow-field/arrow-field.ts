import { chartText } from '../../messages/charts.ts';
import { prepare } from '../chart.ts';
import { fixed } from '../figures.ts';
import { drawHandles, type Handles } from '../handles/handles.ts';
import { type Arrow, arrow } from '../parts/arrow.ts';
import { child, group } from '../parts/child.ts';
import { outline, tenths } from '../parts/outline.ts';
import {
  drawPlaneAxes,
  type Plane,
  type PlaneDomain,
  planeFrame,
  toPixel,
} from '../parts/plane.ts';
import { followPointer, report } from '../parts/pointer.ts';
import type { ArrowFieldData, ArrowFieldOptions, DeformationGrid } from './arrow-field-data.ts';
import { arrowLegend, colourSteps, isColoured, remaining } from './arrow-field-legend.ts';
import { drawArrowReadOut, probeAt } from './arrow-field-read-out.ts';

export type * from './arrow-field-data.ts';
export { describeArrowField } from './describe-arrow-field.ts';

const unitSquare: PlaneDomain = { x: [-1, 1], y: [-1, 1] };

/**
 * What an autoencoder does to the plane, as in the paper's Figure 3: an arrow from each probe
 * point to its image, over the curve that it was trained to reproduce.
 */
export function drawArrowField(
  svg: SVGSVGElement,
  data: ArrowFieldData,
  options: ArrowFieldOptions,
): void {
  const text = prepare(svg, 'arrow-field', options);
  const domain = data.domain ?? unitSquare;
  const farthest = options.farthest ?? (domain.x[1] - domain.x[0]) / 10;
  const legend = arrowLegend(data, options, farthest, text);
  const plane = planeFrame(domain, options, text, legend.rows);

  const titles = { x: options.xTitle ?? 'x₁', y: options.yTitle ?? 'x₂' };
  drawPlaneAxes(group(svg, 'axes'), domain, titles, plane);
  const field = drawWindow(svg, plane);
  field.classList.toggle('dimmed', options.dimmed === true);
  drawGround(group(field, 'ground'), data, plane);
  drawGrid(group(field, 'deformation'), data.grid, plane);
  drawProbes(group(field, 'probes'), data, options, plane);
  drawArrows(group(field, 'arrows'), data, options, farthest, plane);
  legend.draw(group(svg, 'legend'), plane.plot);
  drawHandles(svg, group(svg, 'handles'), movable(data, options), plane);

  const read = (probe = options.highlighted) =>
    drawArrowReadOut(svg, group(field, 'picked'), probe, data, plane);
  const pointer = followPointer(svg, (at) => {
    const probe = at && probeAt(at, data, plane);
    read(probe);
    report(svg, probe, options.onHover);
  });
  read(pointer && probeAt(pointer, data, plane));
}

/** A picture within the picture, with the same pixels, that cuts off what lies beyond the plot. */
function drawWindow(svg: SVGSVGElement, { plot }: Plane): SVGSVGElement {
  const [width, height] = [plot.right - plot.left, plot.bottom - plot.top];
  child(svg, 'rect', 'sheet')
    .attr('x', plot.left)
    .attr('y', plot.top)
    .attr('width', width)
    .attr('height', height);
  return child(svg, 'svg', 'window')
    .attr('x', plot.left)
    .attr('y', plot.top)
    .attr('width', width)
    .attr('height', height)
    .attr('viewBox', `${plot.left} ${plot.top} ${width} ${height}`)
    .node() as SVGSVGElement;
}

function drawGround(layer: SVGGElement, { curve, training }: ArrowFieldData, plane: Plane): void {
  child(layer, 'path', 'curve').attr(
    'd',
    curve.map((line) => outline(line, plane.x, plane.y, false)).join(''),
  );
  let dots = '';
  for (let at = 0; at + 1 < (training?.length ?? 0); at += 2) {
    const { x, y } = toPixel({ x: Number(training?.[at]), y: Number(training?.[at + 1]) }, plane);
    dots += `M${tenths(x)},${tenths(y)}h0`;
  }
  child(layer, 'path', 'training').attr('d', dots);
}

/** Both families of lines of the regular grid, where the map takes them. */
function drawGrid(layer: SVGGElement, grid: DeformationGrid | undefined, plane: Plane): void {
  let path = '';
  const follow = (start: number, stride: number, count: number) => {
    const line = new Float32Array(2 * count);
    for (let k = 0; k < count; k++) {
      const at = 2 * (start + k * stride);
      line[2 * k] = Number(grid?.images[at]);
      line[2 * k + 1] = Number(grid?.images[at + 1]);
    }
    path += outline(line, plane.x, plane.y, false);
  };
  if (grid !== undefined && grid.images.length >= 2 * grid.columns * grid.rows) {
    for (let row = 0; row < grid.rows; row++) follow(row * grid.columns, 1, grid.columns);
    for (let column = 0; column < grid.columns; column++) follow(column, grid.columns, grid.rows);
  }
  child(layer, 'path', 'mesh').attr('d', path);
}

function drawProbes(
  layer: SVGGElement,
  { starts }: ArrowFieldData,
  options: ArrowFieldOptions,
  plane: Plane,
): void {
  let path = '';
  const radius = tenths(plane.text * (options.onMoveProbe === undefined ? 0.13 : 0.26));
  const disc = `m${-radius},0a${radius},${radius} 0 1,0 ${2 * radius},0a${radius},${radius} 0 1,0 ${-2 * radius},0z`;
  for (let at = 0; at + 1 < starts.length; at += 2) {
    const { x, y } = toPixel({ x: Number(starts[at]), y: Number(starts[at + 1]) }, plane);
    path += `M${tenths(x)},${tenths(y)}${disc}`;
  }
  child(layer, 'path', 'starts')
    .classed('movable', options.onMoveProbe !== undefined)
    .attr('d', path);
}

/** Two paths for each strength of colour, however many the arrows are. */
function drawArrows(
  layer: SVGGElement,
  data: ArrowFieldData,
  options: ArrowFieldOptions,
  farthest: number,
  plane: Plane,
): void {
  const coloured = isColoured(data, options);
  const steps: Arrow[][] = Array.from({ length: coloured ? colourSteps : 1 }, () => []);
  const count = Math.min(data.starts.length, data.images.length) >> 1;
  for (let n = 0; n < count; n++) {
    const one = arrowOf(data, n, plane);
    if (one === undefined) continue;
    const share = Number(data.distances?.after[n]) / farthest;
    // What is not known, or has diverged, is far from the curve as far as anyone can tell.
    const step = share < 1 ? Math.floor(share * colourSteps) : colourSteps - 1;
    steps[coloured ? step : 0]?.push(one);
  }
  layer.classList.toggle('coloured', coloured);
  for (const part of ['shaft', 'head'] as const) {
    child(layer, 'g', `${part}s`)
      .selectChildren('path')
      .data(steps)
      .join('path')
      .style('--remaining', (_, k) => (coloured ? remaining(k) : null))
      .attr('d', (arrows) => arrows.map((one) => one[part]).join(''));
  }
}

/** The arrow of probe n; undefined while its image is not known. */
function arrowOf({ starts, images }: ArrowFieldData, n: number, plane: Plane): Arrow | undefined {
  const [x, y] = [Number(images[2 * n]), Number(images[2 * n + 1])];
  if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
  const from = toPixel({ x: Number(starts[2 * n]), y: Number(starts[2 * n + 1]) }, plane);
  return arrow(from, toPixel({ x, y }, plane), plane.text);
}

function movable({ starts }: ArrowFieldData, options: ArrowFieldOptions): Handles | undefined {
  const { onMoveProbe, onAddProbe, onRemoveProbe } = options;
  if (!onMoveProbe && !onAddProbe && !onRemoveProbe) return undefined;
  return {
    places: starts,
    noun: 'probe',
    nameOf: (index) =>
      chartText('handles.probe', {
        number: index + 1,
        x: fixed(Number(starts[2 * index]), 2),
        y: fixed(Number(starts[2 * index + 1]), 2),
      }),
    onMove: onMoveProbe,
    onAdd: onAddProbe,
    onRemove: onRemoveProbe,
  };
}
