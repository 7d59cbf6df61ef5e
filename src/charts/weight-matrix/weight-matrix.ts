import { layersText } from '../../messages/layers.ts';
import type { Box } from '../chart.ts';
import { figure } from '../figures.ts';
import { canvasStyle, prepareCanvas, rgbOf } from '../parts/canvas-style.ts';
import { divergingPixels, largestOf } from './diverging-pixels.ts';
import type { WeightMatrixData, WeightMatrixOptions } from './weight-matrix-data.ts';
import { weightMatrixFrame } from './weight-matrix-frame.ts';

export type * from './weight-matrix-data.ts';
export { weightMatrixCellAt } from './weight-matrix-frame.ts';
export { type LivePart, livePart } from './weight-matrix-live.ts';

/**
 * Every weight and bias of a layer as a cell, blue below zero and red above, with the directions
 * of its first singular values: left ones beside the inputs, right ones above the outputs. Each
 * part has a scale of its own, from its ground at zero to its largest absolute value.
 */
export function drawWeightMatrix(
  canvas: HTMLCanvasElement,
  data: WeightMatrixData,
  { width, pixelRatio }: WeightMatrixOptions,
): void {
  const { fanIn, fanOut, weights, biases, triplets } = data;
  const frame = weightMatrixFrame(data, width);
  const context = prepareCanvas(
    canvas,
    width,
    frame.height,
    pixelRatio ?? globalThis.devicePixelRatio ?? 1,
  );
  if (context === undefined) return;
  const style = canvasStyle(canvas);
  const palette = {
    zero: rgbOf(context, style.paper),
    positive: rgbOf(context, style.positive),
    negative: rgbOf(context, style.negative),
  };
  context.imageSmoothingEnabled = false;
  const paint = (values: ArrayLike<number>, rows: number, columns: number, box: Box) => {
    if (rows === 0 || columns === 0) return;
    const image = canvas.ownerDocument.createElement('canvas');
    image.width = columns;
    image.height = rows;
    const pixels = divergingPixels(values, largestOf(values), palette);
    image.getContext('2d')?.putImageData(new ImageData(pixels, columns, rows), 0, 0);
    const [boxWidth, boxHeight] = [box.right - box.left, box.bottom - box.top];
    context.drawImage(image, 0, 0, columns, rows, box.left, box.top, boxWidth, boxHeight);
    context.strokeStyle = style.quiet;
    context.lineWidth = 1;
    context.strokeRect(box.left + 0.5, box.top + 0.5, boxWidth - 1, boxHeight - 1);
  };
  const count = triplets.values.length;
  paint(weights, fanIn, fanOut, frame.matrix);
  paint(transposed(triplets.left, count, fanIn), fanIn, count, frame.left);
  paint(triplets.right, count, fanOut, frame.right);
  paint(biases, 1, fanOut, frame.biases);
}

/** What the picture shows now, in words. */
export function describeWeightMatrix(data: WeightMatrixData): string {
  const { layer, fanIn, fanOut, weights, biases, triplets } = data;
  return layersText('describe', {
    layer,
    fanIn,
    fanOut,
    largestWeight: figure(largestOf(weights)),
    largestBias: figure(largestOf(biases)),
    values: Array.from(triplets.values, (value) => figure(value)).join(', '),
  });
}

function transposed(values: Float32Array, rows: number, columns: number): Float32Array {
  return Float32Array.from(values, (_, n) => values[(n % rows) * columns + Math.floor(n / rows)]);
}
