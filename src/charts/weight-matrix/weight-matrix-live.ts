import { largestOf } from './diverging-pixels.ts';
import type { WeightMatrixData } from './weight-matrix-data.ts';

export interface LivePart {
  /** The layer without the inputs and outputs that carry nothing. */
  readonly data: WeightMatrixData;
  /** Which inputs and outputs are left, counted from 0. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** A neuron none of whose weights reaches this share of the largest carries nothing. */
const negligible = 1e-4;

/** The part of a layer that does something: regularisation lets most neurons of a deep network die. */
export function livePart(whole: WeightMatrixData): LivePart {
  const { fanIn, fanOut, weights, biases, triplets } = whole;
  const least = negligible * Math.max(largestOf(weights), largestOf(biases));
  const isAlive = (value: number) => Math.abs(value) > least;
  const indices = (count: number) => Array.from({ length: count }, (_, index) => index);
  const rows = indices(fanIn).filter((row) =>
    weights.subarray(row * fanOut, (row + 1) * fanOut).some(isAlive),
  );
  const columns = indices(fanOut).filter(
    (column) =>
      isAlive(biases[column]) ||
      indices(fanIn).some((row) => isAlive(weights[row * fanOut + column])),
  );
  if (rows.length === 0 || columns.length === 0) {
    return { data: whole, rows: indices(fanIn), columns: indices(fanOut) };
  }
  const vectors = (values: Float32Array, size: number, kept: readonly number[]) =>
    Float32Array.from(
      indices(triplets.values.length).flatMap((one) => kept.map((at) => values[one * size + at])),
    );
  const data: WeightMatrixData = {
    layer: whole.layer,
    fanIn: rows.length,
    fanOut: columns.length,
    weights: Float32Array.from(
      rows.flatMap((row) => columns.map((column) => weights[row * fanOut + column])),
    ),
    biases: Float32Array.from(columns, (column) => biases[column]),
    triplets: {
      values: triplets.values,
      left: vectors(triplets.left, fanIn, rows),
      right: vectors(triplets.right, fanOut, columns),
    },
  };
  return { data, rows, columns };
}
