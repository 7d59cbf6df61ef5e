/** Sizes that do not fit together are reported before anything is written into WebAssembly memory. */
import type { TrainingState } from '../engine.ts';
import { parameterCount } from '../parameters.ts';
import type { Problem } from '../problem.ts';

function expectLength(name: string, buffer: Float32Array, expected: number): void {
  if (buffer.length !== expected) {
    throw new Error(`${name} holds ${buffer.length} numbers; ${expected} were expected.`);
  }
}

/** Number of rows of a matrix with `columns` columns. Throws where its length is no multiple of that. */
export function countRows(matrix: Float32Array, columns: number): number {
  const rows = matrix.length / columns;
  if (!Number.isInteger(rows)) {
    throw new Error(`${matrix.length} numbers are not a whole number of rows of ${columns}.`);
  }
  return rows;
}

/** Throws unless the layer sizes are sensible and the data fit them. */
export function checkProblem({ dims, inputs, targets }: Problem): void {
  if (dims.length < 2 || dims.some((size) => !Number.isInteger(size) || size < 1)) {
    throw new Error(`[${dims.join(', ')}] are not the layer sizes of a network.`);
  }
  const points = countRows(inputs, dims[0]);
  if (points === 0) throw new Error('A problem needs at least one point.');
  expectLength('targets', targets, points * dims[dims.length - 1]);
}

/** Throws unless every buffer of the state has one number per parameter. */
export function checkState(state: TrainingState, dims: readonly number[]): void {
  const expected = parameterCount(dims);
  for (const name of ['parameters', 'firstMoment', 'secondMoment'] as const) {
    expectLength(name, state[name], expected);
  }
}
