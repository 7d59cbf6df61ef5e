import { type Box, textWidth } from '../chart.ts';
import { child, group } from './child.ts';
import type { Pixel } from './pointer.ts';

/** A value label beside the place it is read from: the first line is set strong. */
export interface ReadOut {
  readonly at: Pixel;
  readonly lines: readonly string[];
}

/** Shows the label beside its place, always within `frame`, or takes it away. */
export function drawReadOut(
  svg: SVGSVGElement,
  readOut: ReadOut | undefined,
  frame: Box,
  size: number,
): void {
  const layer = group(svg, 'read-out');
  if (readOut === undefined || readOut.lines.length === 0) {
    layer.replaceChildren();
    return;
  }
  const { at, lines } = readOut;
  const pad = size * 0.6;
  const lineHeight = size * 1.35;
  const width = Math.max(...lines.map((line) => textWidth(line, size))) + 2 * pad;
  const height = lines.length * lineHeight + pad;
  const gap = size;
  const fitsRight = at.x + gap + width <= frame.right;
  const wanted = fitsRight ? at.x + gap : at.x - gap - width;
  const left = Math.max(frame.left, Math.min(wanted, frame.right - width));
  const isOver = left < at.x + gap && left + width > at.x - gap;
  const above = at.y - gap - height;
  const beside = isOver ? (above >= frame.top ? above : at.y + gap) : at.y - height / 2;
  const top = Math.max(frame.top, Math.min(beside, frame.bottom - height));

  child(layer, 'rect', 'read-out-box')
    .attr('x', Math.round(left) + 0.5)
    .attr('y', Math.round(top) + 0.5)
    .attr('width', Math.round(width))
    .attr('height', Math.round(height))
    .attr('rx', 4);
  child(layer, 'text', 'read-out-text')
    .selectChildren('tspan')
    .data(lines)
    .join('tspan')
    .attr('class', (_, k) => (k === 0 ? 'strong' : null))
    .attr('x', Math.round(left + pad))
    .attr('y', (_, k) => Math.round(top + pad / 2 + (k + 0.75) * lineHeight))
    .text((line) => line);
}
