/** The flat buffers of a training state, cut into layers and put together again. */
import type { TrainingState } from '../engine.ts';
import { parameterLayout } from '../parameters.ts';
import type { Problem } from '../problem.ts';

/** A problem and where its training stands: what an engine is opened on. */
export interface NetworkState {
  readonly problem: Problem;
  readonly state: TrainingState;
}

/** Everything that belongs to one layer; each buffer is W [fanIn, fanOut], row-major, then b [fanOut]. */
export interface LayerState {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly parameters: Float32Array;
  readonly firstMoment: Float32Array;
  readonly secondMoment: Float32Array;
}

/**
 * The layers of a state, as views of its buffers.
 * @throws RangeError if the buffers do not fit the layer sizes
 */
export function layerStates(dims: readonly number[], state: TrainingState): LayerState[] {
  const layers = parameterLayout(dims);
  const expected = layers.reduce((sum, { fanIn, fanOut }) => sum + (fanIn + 1) * fanOut, 0);
  if (state.parameters.length !== expected) {
    throw new RangeError(
      `${state.parameters.length} parameters do not make a network of layer sizes ${dims.join(', ')}.`,
    );
  }
  return layers.map(({ fanIn, fanOut, weights, biases }) => ({
    fanIn,
    fanOut,
    parameters: state.parameters.subarray(weights, biases + fanOut),
    firstMoment: state.firstMoment.subarray(weights, biases + fanOut),
    secondMoment: state.secondMoment.subarray(weights, biases + fanOut),
  }));
}

/** The network of these layers, at the same point of its schedule, in buffers of its own. */
export function assemble(
  { problem, state }: NetworkState,
  layers: readonly LayerState[],
): NetworkState {
  const dims = [problem.dims[0], ...layers.map(({ fanOut }) => fanOut)];
  return {
    problem: { ...problem, dims },
    state: {
      step: state.step,
      rampStart: state.rampStart,
      parameters: joined(layers.map(({ parameters }) => parameters)),
      firstMoment: joined(layers.map(({ firstMoment }) => firstMoment)),
      secondMoment: joined(layers.map(({ secondMoment }) => secondMoment)),
    },
  };
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
