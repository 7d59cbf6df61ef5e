/** The axis of layers ℓ = 1 … L under a chart, and the layer above a place on it. */
import type { ScaleLinear } from 'd3';
import type { Box } from '../chart.ts';
import { child } from './child.ts';
import { layerTicks } from './layer-ticks.ts';
import type { Pixel } from './pointer.ts';

export interface LayerAxis {
  readonly plot: Box;
  /** Size of the text. */
  readonly text: number;
  /** Layer to pixels. */
  readonly x: ScaleLinear<number, number>;
  readonly layers: number;
}

export function drawLayerAxis(
  axes: SVGGElement,
  { plot, text, x, layers }: LayerAxis,
  title: string,
): void {
  const numbered = layerTicks(layers, (plot.right - plot.left) / (text * 1.9));
  const column = (layer: number) => Math.round(x(layer)) + 0.5;
  const baseline = plot.bottom + Math.round(text * 1.35);
  child(axes, 'path', 'ticks').attr(
    'd',
    `M${plot.left},${plot.bottom + 0.5}H${plot.right}` +
      numbered.map((layer) => `M${column(layer)},${plot.bottom}v4`).join(''),
  );
  child(axes, 'g', 'x-labels')
    .selectChildren('text')
    .data(numbered)
    .join('text')
    .attr('x', column)
    .attr('y', baseline)
    .text((layer) => layer);
  child(axes, 'text', 'x-title')
    .attr('x', plot.right + text * 0.4)
    .attr('y', baseline)
    .text(title);
}

/** The layer nearest to a place; undefined where that is outside of the chart. */
export function layerAt(at: Pixel, { plot, text, x, layers }: LayerAxis): number | undefined {
  const isOutside =
    at.x < plot.left - text ||
    at.x > plot.right + text ||
    at.y < plot.top - text ||
    at.y > plot.bottom + text;
  if (isOutside || layers === 0) return undefined;
  return Math.min(layers, Math.max(1, Math.round(x.invert(at.x))));
}
