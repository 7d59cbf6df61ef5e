import { chartText } from '../../messages/charts.ts';
import { prepare } from '../chart.ts';
import { figure, percentage } from '../figures.ts';
import { child, group } from '../parts/child.ts';
import { drawLayerAxis, layerAt } from '../parts/layer-axis.ts';
import { tenths } from '../parts/outline.ts';
import { followPointer, report } from '../parts/pointer.ts';
import { drawReadOut } from '../parts/read-out.ts';
import { drawRules, drawValueLabels } from '../parts/value-axis.ts';
import { layerTitle } from '../spectrum/spectrum-frame.ts';
import type { NonlinearityData, NonlinearityOptions } from './nonlinearity-data.ts';
import { leastRatio, type NonlinearityFrame, nonlinearityFrame } from './nonlinearity-frame.ts';

export { describeNonlinearity } from './describe-nonlinearity.ts';
export type * from './nonlinearity-data.ts';

/**
 * How much the nonlinearity does in each layer, ‖Z − σ(Z)‖/‖Z‖ over ℓ, as in the third panel of
 * the paper's Figure 1. Where it does nothing the layer has a mark on the axis.
 */
export function drawNonlinearity(
  svg: SVGSVGElement,
  data: NonlinearityData,
  options: NonlinearityOptions,
): void {
  const text = prepare(svg, 'nonlinearity', options);
  const frame = nonlinearityFrame(data, options, text);

  drawAxes(group(svg, 'axes'), options, frame);
  drawLine(group(svg, 'lines'), data, frame);
  drawDots(group(svg, 'dots'), data, frame);

  const read = (layer = options.highlighted) => drawLayerReadOut(svg, layer, data, frame);
  const pointer = followPointer(svg, (at) => {
    const layer = at && layerAt(at, frame);
    read(layer);
    report(svg, layer, options.onHover);
  });
  read(pointer && layerAt(pointer, frame));
}

function drawAxes(axes: SVGGElement, options: NonlinearityOptions, frame: NonlinearityFrame): void {
  const { plot, text, y, yTicks } = frame;
  const ticks = yTicks.map((ratio) => ({ at: Math.round(y(ratio)) + 0.5, label: figure(ratio) }));
  drawRules(
    axes,
    plot,
    ticks.slice(1).map(({ at }) => at),
  );
  drawValueLabels(axes, plot, text, ticks);
  drawLayerAxis(axes, frame, options.xTitle ?? layerTitle());
  child(axes, 'text', 'title')
    .attr('x', 0)
    .attr('y', Math.round(text * 1.05))
    .text(options.titled === false ? '' : (options.title ?? chartText('nonlinearity.title')));
  child(axes, 'text', 'y-title')
    .attr('x', 0)
    .attr('y', plot.top - Math.round(text * 1.05))
    .text(options.yTitle ?? '‖Z − σ(Z)‖ / ‖Z‖');
}

function drawLine(
  layer: SVGGElement,
  { ratios }: NonlinearityData,
  { x, y }: NonlinearityFrame,
): void {
  let path = '';
  let isOpen = false;
  Array.from(ratios).forEach((ratio, k) => {
    if (Number.isFinite(ratio))
      path += `${isOpen ? 'L' : 'M'}${tenths(x(k + 1))},${tenths(y(ratio))}`;
    isOpen = Number.isFinite(ratio);
  });
  child(layer, 'path', 'line').attr('d', path);
}

/** Discs for the layers whose nonlinearity works, rings on the axis for those where it rests. */
function drawDots(
  layer: SVGGElement,
  { ratios }: NonlinearityData,
  { text, x, y, layers }: NonlinearityFrame,
): void {
  const spacing = layers > 1 ? x(2) - x(1) : Number.POSITIVE_INFINITY;
  const radius = tenths(Math.min(text * 0.24, spacing * 0.36));
  const disc = (r: number) => `m${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;
  const paths = { working: '', resting: '' };
  Array.from(ratios).forEach((ratio, k) => {
    if (!Number.isFinite(ratio)) return;
    const rests = ratio < leastRatio;
    const place = `M${tenths(x(k + 1))},${tenths(rests ? y(0) + 0.5 : y(ratio))}`;
    paths[rests ? 'resting' : 'working'] += place + disc(rests ? tenths(radius * 1.2) : radius);
  });
  for (const [name, path] of Object.entries(paths)) child(layer, 'path', name).attr('d', path);
}

function drawLayerReadOut(
  svg: SVGSVGElement,
  layer: number | undefined,
  { ratios }: NonlinearityData,
  { plot, text, x, y }: NonlinearityFrame,
): void {
  const place = group(svg, 'cross-hair');
  const ratio = layer === undefined ? undefined : ratios[layer - 1];
  if (layer === undefined || ratio === undefined) {
    place.replaceChildren();
    drawReadOut(svg, undefined, plot, text);
    return;
  }
  const px = Math.round(x(layer)) + 0.5;
  const py = tenths(y(Number.isFinite(ratio) ? ratio : 0));
  child(place, 'path', 'hairs').attr('d', `M${px},${plot.top}V${plot.bottom}`);
  child(place, 'circle', 'ring')
    .attr('cx', px)
    .attr('cy', py)
    .attr('r', Math.round(text * 0.45))
    .attr('visibility', Number.isFinite(ratio) ? null : 'hidden');
  const taken =
    ratio < leastRatio
      ? chartText('nonlinearity.takesNothing')
      : chartText('nonlinearity.takes', { share: percentage(ratio) });
  const lines = [
    chartText('nonlinearity.readOut', { layer, ratio: figure(ratio) }),
    Number.isFinite(ratio) ? taken : chartText('nonlinearity.notMeasured'),
  ];
  const frame = { left: 0, top: plot.top, right: plot.right, bottom: plot.bottom };
  drawReadOut(svg, { at: { x: px, y: py }, lines }, frame, text);
}
