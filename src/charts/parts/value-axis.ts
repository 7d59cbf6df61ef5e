/** The numbers up the left side of a chart, and the rules that go across from them. */
import type { Box } from '../chart.ts';
import { child } from './child.ts';

export interface ValueTick {
  /** Pixels from the top. */
  readonly at: number;
  readonly label: string | number;
}

/** Rules across the plot at these heights in pixels. */
export function drawRules(axes: SVGGElement, plot: Box, heights: Iterable<number>): void {
  const path = [...heights].map((at) => `M${plot.left},${at}H${plot.right}`).join('');
  child(axes, 'path', 'grid').attr('d', path);
}

/** @param text size of the text */
export function drawValueLabels(
  axes: SVGGElement,
  plot: Box,
  text: number,
  ticks: readonly ValueTick[],
): void {
  child(axes, 'g', 'y-labels')
    .selectChildren<SVGTextElement, ValueTick>('text')
    .data(ticks)
    .join('text')
    .attr('x', plot.left - text * 0.5)
    .attr('y', ({ at }) => at + Math.round(text * 0.35))
    .text(({ label }) => label);
}
