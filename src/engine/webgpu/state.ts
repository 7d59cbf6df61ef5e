/** A training state on its way to the GPU's memory and back. */
import type { TrainingState } from '../engine.ts';
import type { Problem } from '../problem.ts';
import { ledgerLayout, type NetworkBuffers } from './buffers.ts';
import type { Gpu } from './gpu.ts';
import { padParameters, unpadParameters } from './layout.ts';
import type { Plan } from './plan.ts';

/** Bytes of the counters at the head of the state buffer. */
export const headerBytes = 16;

/** The counters that the state buffer begins with. */
export function countersOf(header: ArrayBuffer): Pick<TrainingState, 'step' | 'rampStart'> {
  return { step: new Uint32Array(header)[0], rampStart: new Int32Array(header)[1] };
}

/** @throws EngineLost if the device fails */
export async function readState(
  gpu: Gpu,
  { parameters, moments, state, parameterBytes }: NetworkBuffers,
  dims: readonly number[],
): Promise<TrainingState> {
  const [header, ...padded] = await gpu.staging.read([
    { buffer: state, offset: 0, size: headerBytes },
    { buffer: parameters, offset: 0, size: parameterBytes },
    { buffer: moments, offset: 0, size: parameterBytes },
    { buffer: moments, offset: parameterBytes, size: parameterBytes },
  ]);
  const [theta, firstMoment, secondMoment] = padded.map((bytes) =>
    unpadParameters(new Float32Array(bytes), dims),
  );
  return { ...countersOf(header), parameters: theta, firstMoment, secondMoment };
}

/** Queues the writing of a state, for steps that are cut up as `plan` says. */
export function writeState(
  gpu: Gpu,
  buffers: NetworkBuffers,
  problem: Problem,
  plan: Plan,
  state: TrainingState,
): void {
  const { queue } = gpu.device;
  const write = (buffer: GPUBuffer, offset: number, flat: Float32Array) =>
    queue.writeBuffer(buffer, offset, padParameters(flat, problem.dims));
  write(buffers.parameters, 0, state.parameters);
  write(buffers.moments, 0, state.firstMoment);
  write(buffers.moments, buffers.parameterBytes, state.secondMoment);
  queue.writeBuffer(buffers.state, 0, new Int32Array([state.step, state.rampStart]));

  // Every update leaves its share of ‖θ‖² behind for the next step's record; here there was none.
  const ledger = ledgerLayout(problem, plan);
  const norms = new Float32Array(ledger.partials);
  norms[0] = state.parameters.reduce((sum, parameter) => sum + parameter * parameter, 0);
  queue.writeBuffer(buffers.ledger, 4 * ledger.norms, norms);
  queue.writeBuffer(buffers.ledger, 4 * ledger.squares, new Float32Array(ledger.partials));
  buffers.data.writeShape(problem.loss, ledger);
}
