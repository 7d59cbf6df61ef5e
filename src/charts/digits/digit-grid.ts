import { local, select } from 'd3';
import { chartText } from '../../messages/charts.ts';
import { figure } from '../figures.ts';
import { type CanvasStyle, canvasStyle, prepareCanvas, rgbOf } from '../parts/canvas-style.ts';
import { digitPixels, type GreyPalette } from '../parts/grey-pixels.ts';
import type { DigitGridData, DigitGridOptions } from './digit-grid-data.ts';
import { cellAt, columnAt, type DigitGridFrame, digitGridFrame } from './digit-grid-frame.ts';

export { digitPixels, type GreyPalette, type Rgb } from '../parts/grey-pixels.ts';
export { describeDigitGrid } from './describe-digit-grid.ts';
export type * from './digit-grid-data.ts';

// On the element, so that a grid redrawn under a resting pointer keeps its frame.
const hovered = local<number | undefined>();

/** The height in CSS pixels that `drawDigitGrid` gives a canvas of this width. */
export function digitGridHeight(data: DigitGridData, options: DigitGridOptions): number {
  return digitGridFrame(data, options, pixelRatioOf(options)).height;
}

/**
 * Rows of grey images, a column for each digit, with each one's errors below it. On a canvas,
 * since thousands of squares are too many elements; its size is set here.
 */
export function drawDigitGrid(
  canvas: HTMLCanvasElement,
  data: DigitGridData,
  options: DigitGridOptions,
): void {
  const pixelRatio = pixelRatioOf(options);
  const frame = digitGridFrame(data, options, pixelRatio);
  canvas.classList.add('digit-grid');
  canvas.classList.toggle('choosable', options.onChoose !== undefined);
  follow(canvas, frame, options, () => paint(canvas, data, options, frame, pixelRatio));
  paint(canvas, data, options, frame, pixelRatio);
}

function pixelRatioOf({ pixelRatio }: DigitGridOptions): number {
  return pixelRatio ?? globalThis.devicePixelRatio ?? 1;
}

function paint(
  canvas: HTMLCanvasElement,
  data: DigitGridData,
  options: DigitGridOptions,
  frame: DigitGridFrame,
  pixelRatio: number,
): void {
  const context = prepareCanvas(canvas, options.width, frame.height, pixelRatio);
  if (context === undefined) return;
  const style = canvasStyle(canvas);
  const palette = { paper: rgbOf(context, style.paper), ink: rgbOf(context, style.ink) };
  data.rows.forEach(({ images }, row) => {
    context.globalAlpha = options.dimmed === true && row > 0 ? 0.35 : 1;
    paintImages(context, images, data.side, palette, frame, row, pixelRatio);
  });
  context.globalAlpha = 1;

  paintWords(context, data, frame, style);

  const framed = hovered.get(canvas) ?? options.highlighted;
  const last = cellAt(frame, data.rows.length - 1, framed ?? 0);
  if (framed === undefined || framed >= frame.count) return;
  const { x, y } = cellAt(frame, 0, framed);
  context.strokeStyle = style.accent;
  context.lineWidth = 2;
  context.strokeRect(x - 1, y + 1, frame.cell + 2, last.y + frame.cell - y - 2);
}

/** All images of a row are converted at once and then enlarged one by one, each pixel to a square. */
function paintImages(
  context: CanvasRenderingContext2D,
  images: ArrayLike<number>,
  side: number,
  palette: GreyPalette,
  frame: DigitGridFrame,
  row: number,
  pixelRatio: number,
): void {
  const count = Math.floor(images.length / side ** 2);
  if (count === 0) return;
  const strip = context.canvas.ownerDocument.createElement('canvas');
  strip.width = side;
  strip.height = side * count;
  const pixels = digitPixels(images, palette).subarray(0, 4 * count * side ** 2);
  strip.getContext('2d')?.putImageData(new ImageData(pixels, side, side * count), 0, 0);
  context.imageSmoothingEnabled = false;
  for (let column = 0; column < count; column++) {
    const { x, y } = cellAt(frame, row, column);
    const whole = (value: number) => Math.round(value * pixelRatio) / pixelRatio;
    context.drawImage(
      strip,
      0,
      column * side,
      side,
      side,
      whole(x),
      whole(y),
      frame.cell,
      frame.cell,
    );
  }
}

/** Each row's title at its left and each image's error below it. */
function paintWords(
  context: CanvasRenderingContext2D,
  { rows }: DigitGridData,
  frame: DigitGridFrame,
  { ink, quiet, font }: CanvasStyle,
): void {
  const { text, left, cell, perBand, count } = frame;
  const small = text * 0.92;
  context.textBaseline = 'alphabetic';
  rows.forEach(({ title, errors }, row) => {
    context.textAlign = 'right';
    for (let first = 0; first < count; first += perBand) {
      const { y } = cellAt(frame, row, first);
      context.fillStyle = ink;
      context.font = `600 ${text}px ${font}`;
      context.fillText(title, left - text * 0.6, y + cell / 2 + text * 0.36);
      if (errors === undefined) continue;
      context.fillStyle = quiet;
      context.font = `${small}px ${font}`;
      context.fillText(chartText('digits.error'), left - text * 0.6, y + cell + text * 1.1);
    }
    context.textAlign = 'center';
    for (let column = 0; column < count; column++) {
      const error = Number(errors?.[column] ?? Number.NaN);
      if (Number.isNaN(error)) continue;
      const { x, y } = cellAt(frame, row, column);
      context.fillText(figure(error, 2), x + cell / 2, y + cell + text * 1.1);
    }
  });
}

function follow(
  canvas: HTMLCanvasElement,
  frame: DigitGridFrame,
  { onHover, onChoose }: DigitGridOptions,
  repaint: () => void,
): void {
  const at = (event: PointerEvent) => columnAt(frame, event.offsetX, event.offsetY);
  const go = (column: number | undefined) => {
    if (hovered.get(canvas) === column) return;
    if (column === undefined) hovered.remove(canvas);
    else hovered.set(canvas, column);
    repaint();
    onHover?.(column);
  };
  select(canvas)
    .on('pointermove.grid', (event: PointerEvent) => go(at(event)))
    .on('pointerleave.grid', () => go(undefined))
    .on('click.grid', (event: PointerEvent) => {
      const column = at(event);
      if (column !== undefined) onChoose?.(column);
    });
}
