import type { Box } from '../chart.ts';
import type { WeightMatrixCell, WeightMatrixData } from './weight-matrix-data.ts';

/** Where the parts of a weight matrix's picture lie, in CSS pixels. */
export interface WeightMatrixFrame {
  readonly matrix: Box;
  /** Columns of left singular vectors beside the rows; rows of right ones above the columns. */
  readonly left: Box;
  readonly right: Box;
  readonly biases: Box;
  readonly height: number;
}

/** Breadth of one singular vector, of the biases, and of the gaps between the parts. */
const strip = 8;
const gap = 6;
const tallest = 340;
/** Few cells are not blown up beyond this. */
const largestCell = 36;

export function weightMatrixFrame(data: WeightMatrixData, width: number): WeightMatrixFrame {
  const { fanIn, fanOut, triplets } = data;
  const vectors = triplets.values.length * strip;
  const start = vectors + gap;
  const room = Math.max(1, width - start);
  // Square cells where they fit; thin matrices are drawn wider, so that they can be seen.
  const cell = Math.min(room / fanOut, tallest / fanIn, largestCell);
  const breadth = Math.max(cell * fanOut, Math.min(room, 4 * strip));
  const tall = Math.max(cell * fanIn, 2 * strip);
  const matrix = { left: start, top: start, right: start + breadth, bottom: start + tall };
  const biases = {
    left: start,
    right: matrix.right,
    top: matrix.bottom + gap,
    bottom: matrix.bottom + gap + strip,
  };
  return {
    matrix,
    left: { left: 0, right: vectors, top: matrix.top, bottom: matrix.bottom },
    right: { left: matrix.left, right: matrix.right, top: 0, bottom: vectors },
    biases,
    height: Math.ceil(biases.bottom),
  };
}

/** What number lies at a place of the picture. */
export function weightMatrixCellAt(
  data: WeightMatrixData,
  width: number,
  x: number,
  y: number,
): WeightMatrixCell | undefined {
  const { fanIn, fanOut, weights, biases, triplets } = data;
  const frame = weightMatrixFrame(data, width);
  const inside = ({ left, top, right, bottom }: Box) =>
    x >= left && x < right && y >= top && y < bottom;
  const share = (at: number, from: number, to: number, count: number) =>
    Math.min(count - 1, Math.floor(((at - from) / (to - from)) * count));
  const row = share(y, frame.matrix.top, frame.matrix.bottom, fanIn);
  const column = share(x, frame.matrix.left, frame.matrix.right, fanOut);
  if (inside(frame.matrix)) {
    return { kind: 'weight', row, column, value: weights[row * fanOut + column] };
  }
  if (inside(frame.biases)) return { kind: 'bias', column, value: biases[column] };
  if (inside(frame.left)) {
    const index = share(x, frame.left.left, frame.left.right, triplets.values.length);
    const value = triplets.left[index * fanIn + row];
    return { kind: 'left', index: index + 1, entry: row, value };
  }
  if (inside(frame.right)) {
    const index = share(y, frame.right.top, frame.right.bottom, triplets.values.length);
    const value = triplets.right[index * fanOut + column];
    return { kind: 'right', index: index + 1, entry: column, value };
  }
  return undefined;
}
