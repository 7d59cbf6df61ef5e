/** Every buffer of one network that does not depend on how the work is cut up. */
import { type Optimisation, type Problem, pointCount } from '../problem.ts';
import { dropAt, dropFactor } from '../schedule.ts';
import type { Gpu } from './gpu.ts';
import { paddedLayout, padRows, parameterQuads, quads } from './layout.ts';
import { type Plan, ringCapacity } from './plan.ts';
import {
  activationStarts,
  bytesPerQuad,
  createRows,
  type LedgerLayout,
  paddedRows,
  type RowSet,
  type SharedBuffers,
} from './rows.ts';

export interface NetworkBuffers extends SharedBuffers {
  /** The training points. */
  readonly data: RowSet;
  /** Bytes of the parameter buffer. */
  readonly parameterBytes: number;
}

/** Allocates a network's buffers and uploads its data. */
export function createBuffers(gpu: Gpu, problem: Problem): NetworkBuffers {
  const { device } = gpu;
  const { dims, inputs, targets } = problem;
  const rows = pointCount(problem);
  const outputs = dims[dims.length - 1];
  const storage = (label: string, size: number) =>
    device.createBuffer({
      label,
      size,
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
    });
  const parameterBytes = parameterQuads(dims) * bytesPerQuad;
  const shared: SharedBuffers = {
    parameters: storage('parameters', parameterBytes),
    moments: storage('moments', 2 * parameterBytes),
    gradients: storage('gradients', parameterBytes),
    deltas: storage('deltas', activationStarts(dims, paddedRows(rows)).total * bytesPerQuad),
    targets: storage('targets', rows * quads(outputs) * bytesPerQuad),
    state: storage('state', 48),
    ledger: storage('ledger', 4 * ledgerSize(problem)),
    optimisation: device.createBuffer({
      label: 'optimisation',
      size: 48,
      usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
    }),
  };
  const data = createRows(gpu, dims, rows, shared);
  device.queue.writeBuffer(data.activations, 0, padRows(inputs, dims[0]));
  device.queue.writeBuffer(shared.targets, 0, padRows(targets, outputs));
  return { ...shared, data, parameterBytes };
}

export function destroyBuffers(buffers: NetworkBuffers): void {
  const { parameters, moments, gradients, deltas, targets, state, ledger, optimisation } = buffers;
  for (const buffer of [
    parameters,
    moments,
    gradients,
    deltas,
    targets,
    state,
    ledger,
    optimisation,
  ]) {
    buffer.destroy();
  }
  buffers.data.dispose();
}

/** Most bytes that one buffer of this problem needs. */
export function largestBuffer(problem: Problem): number {
  const { dims } = problem;
  return Math.max(
    2 * parameterQuads(dims) * bytesPerQuad,
    activationStarts(dims, paddedRows(pointCount(problem))).total * bytesPerQuad,
    4 * ledgerSize(problem),
  );
}

/** What of a plan decides who updates which weights. */
type UpdateTiling = Pick<Plan, 'inputQuads' | 'outputQuads' | 'sharing'>;

/** Invocations that updating one layer takes, at most: tiles of weights, then quads of biases. */
export function updateItems(dims: readonly number[], plan: UpdateTiling): number {
  const items = paddedLayout(dims).map(({ inputQuads, outputQuads }) => {
    const down = Math.ceil(inputQuads / plan.inputQuads);
    const across = Math.ceil(outputQuads / plan.outputQuads);
    return (plan.sharing ? 4 * Math.ceil(down / 4) : down) * across + outputQuads;
  });
  return Math.max(...items);
}

/** Where everything in the ledger lies under a plan. The partial sums lie last. */
export function ledgerLayout(problem: Problem, plan: UpdateTiling): LedgerLayout {
  const partialsPerLayer = updateItems(problem.dims, plan);
  const partials = partialsPerLayer * (problem.dims.length - 1);
  const rowLosses = 2 * ringCapacity;
  const norms = rowLosses + pointCount(problem);
  return { rowLosses, norms, squares: norms + partials, partials, partialsPerLayer };
}

/** Floats in the ledger, enough for every plan. */
export function ledgerSize(problem: Problem): number {
  const { squares, partials } = ledgerLayout(problem, {
    inputQuads: 1,
    outputQuads: 1,
    sharing: true,
  });
  return squares + partials;
}

/** The `Optimisation` struct of bindings.wgsl. */
export function optimisationWords(optimisation: Optimisation): Float32Array<ArrayBuffer> {
  const { learningRate, schedule, stepBudget, ridge } = optimisation;
  const { warmUpShare, warmUpLoss, rampSteps, clipNorm } = optimisation;
  const words = new Float32Array(12);
  // A whole step is below the product exactly if it is below the next whole number.
  words.set([learningRate, learningRate * dropFactor, Math.ceil(dropAt * stepBudget), stepBudget]);
  words.set([ridge, warmUpShare, warmUpLoss, rampSteps, clipNorm], 4);
  new Uint32Array(words.buffer)[9] = { constant: 0, drop: 1, cosine: 2 }[schedule];
  return words;
}
