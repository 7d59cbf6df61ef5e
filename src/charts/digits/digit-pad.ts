import { local, select } from 'd3';
import { chartText } from '../../messages/charts.ts';
import { percentage } from '../figures.ts';
import { canvasStyle, prepareCanvas, rgbOf } from '../parts/canvas-style.ts';
import { digitPixels } from '../parts/grey-pixels.ts';
import type { Pixel } from '../parts/pointer.ts';
import { paintStroke } from './brush.ts';
import type { DigitPadData, DigitPadOptions } from './digit-pad-data.ts';

export { paintStroke } from './brush.ts';
export type * from './digit-pad-data.ts';

interface Stroke {
  readonly pointer: number;
  readonly last: Pixel;
  /** What has been drawn so far; ahead of the data until whoever owns them draws again. */
  readonly values: Float32Array;
}

const strokes = local<Stroke>();

/**
 * A pad to draw a digit on. It shows the values it is given; each movement of a stroke hands out
 * new ones, which the owner keeps and gives back.
 */
export function drawDigitPad(
  canvas: HTMLCanvasElement,
  data: DigitPadData,
  options: DigitPadOptions,
): void {
  canvas.classList.add('digit-pad');
  canvas.classList.toggle('drawable', options.onDraw !== undefined);
  paint(canvas, strokes.get(canvas)?.values ?? data.values, data.side, options);
  follow(canvas, data, options);
}

/** What the pad shows now, in words. */
export function describeDigitPad({ values, side }: DigitPadData): string {
  const inked = values.reduce((count, value) => count + (value > 0.5 ? 1 : 0), 0);
  if (inked === 0) return chartText('pad.empty', { side });
  const share = percentage(inked / side ** 2);
  return chartText('pad.drawing', { count: inked, share, side });
}

function paint(
  canvas: HTMLCanvasElement,
  values: Float32Array,
  side: number,
  { size, pixelRatio }: DigitPadOptions,
): void {
  const context = prepareCanvas(canvas, size, size, pixelRatio ?? globalThis.devicePixelRatio ?? 1);
  if (context === undefined) return;
  const style = canvasStyle(canvas);
  const palette = { paper: rgbOf(context, style.paper), ink: rgbOf(context, style.ink) };
  const image = canvas.ownerDocument.createElement('canvas');
  image.width = side;
  image.height = side;
  image
    .getContext('2d')
    ?.putImageData(new ImageData(digitPixels(values, palette), side, side), 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(image, 0, 0, side, side, 0, 0, size, size);
}

function follow(canvas: HTMLCanvasElement, data: DigitPadData, options: DigitPadOptions): void {
  const { side } = data;
  const { size, onDraw, onStrokeEnd } = options;
  const radius = options.brush ?? side / 22;
  // Coalesced events know their place in the window only.
  const place = (event: PointerEvent): Pixel => {
    const box = canvas.getBoundingClientRect();
    const scale = side / (canvas.clientWidth || size);
    return {
      x: (event.clientX - box.left - canvas.clientLeft) * scale,
      y: (event.clientY - box.top - canvas.clientTop) * scale,
    };
  };
  const draw = (stroke: Omit<Stroke, 'values'>, values: Float32Array) => {
    strokes.set(canvas, { ...stroke, values });
    paint(canvas, values, side, options);
    onDraw?.(values);
  };
  const down = (event: PointerEvent) => {
    if (onDraw === undefined || !event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    canvas.setPointerCapture?.(event.pointerId);
    const at = place(event);
    const values = Float32Array.from(data.values);
    paintStroke(values, side, at, at, radius);
    draw({ pointer: event.pointerId, last: at }, values);
  };
  const move = (event: PointerEvent) => {
    const stroke = strokes.get(canvas);
    if (stroke?.pointer !== event.pointerId) return;
    const values = Float32Array.from(stroke.values);
    let last = stroke.last;
    const passed = event.getCoalescedEvents?.() ?? [];
    for (const one of passed.length > 0 ? passed : [event]) {
      const at = place(one);
      paintStroke(values, side, last, at, radius);
      last = at;
    }
    draw({ pointer: stroke.pointer, last }, values);
  };
  const end = (event: PointerEvent) => {
    const stroke = strokes.get(canvas);
    if (stroke?.pointer !== event.pointerId) return;
    strokes.remove(canvas);
    onStrokeEnd?.(stroke.values);
  };
  select(canvas)
    .on('pointerdown.pad', down)
    .on('pointermove.pad', move)
    .on('pointerup.pad', end)
    .on('pointercancel.pad', end);
}
