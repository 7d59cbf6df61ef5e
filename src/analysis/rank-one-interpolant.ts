/**
 * What it costs to pass through all points at bottleneck rank 1. Jacot (ICLR 2023, Proposition 2)
 * bounds the rank of any minimiser at great depth by such a network: thread a line through the
 * points. Here it is built and its ‖θ‖² is counted, so that the depth at which it becomes cheaper
 * than what training found can be seen. It is one such network, found among straight projections:
 * an upper bound on the cheapest, not the cheapest itself.
 */
import { rebalance } from '../engine/depth/index.ts';
import { parameterCount, parameterLayout } from '../engine/index.ts';
import type { Random } from '../experiment/index.ts';

/** The points in the order in which a straight projection meets them. */
export interface Thread {
  /** The projection of x is ⟨direction, x⟩ + offset, from 0 on. */
  readonly direction: Float64Array;
  readonly offset: number;
  /** Ascending: where on the line the points lie. */
  readonly places: Float64Array;
  /** The target at the first place. */
  readonly first: Float64Array;
  /** How the slope of the curve through the targets changes at each place but the last: [N − 1, outputs]. */
  readonly bends: Float64Array;
  /** Σ ‖bend‖·√(1 + place²): what the curve costs in a network of depth 2, but for the projection. */
  readonly roughness: number;
}

export interface Points {
  /** [N, inputs] */
  readonly inputs: Float32Array;
  /** [N, outputs] */
  readonly targets: Float32Array;
  readonly inputCount: number;
}

/** Directions that are tried. */
const tries = 2000;

/**
 * The smoothest thread among those of random directions.
 * @throws RangeError where two points are the same, or there are fewer than two
 */
export function smoothestThread(points: Points, random: Random): Thread {
  const { inputs, inputCount } = points;
  if (inputs.length / inputCount < 2) throw new RangeError('A thread needs two points.');
  let best: Thread | undefined;
  for (let i = 0; i < tries; i++) {
    const direction = Float64Array.from({ length: inputCount }, () => random.normal());
    const norm = Math.hypot(...direction);
    const thread = threadAlong(
      points,
      direction.map((value) => value / norm),
    );
    if (thread && thread.roughness < (best?.roughness ?? Number.POSITIVE_INFINITY)) best = thread;
  }
  if (!best) throw new RangeError('No line meets these points one after the other.');
  return best;
}

/** The thread along one direction of length 1; undefined where it meets two points at once. */
export function threadAlong(points: Points, direction: Float64Array): Thread | undefined {
  const { inputs, targets, inputCount } = points;
  const count = inputs.length / inputCount;
  const outputs = targets.length / count;
  const along = Float64Array.from({ length: count }, (_, row) => {
    let sum = 0;
    for (let i = 0; i < inputCount; i++) sum += direction[i] * inputs[row * inputCount + i];
    return sum;
  });
  const order = [...along.keys()].sort((a, b) => along[a] - along[b]);
  const offset = -along[order[0]];
  const places = Float64Array.from(order, (row) => along[row] + offset);
  const bends = new Float64Array((count - 1) * outputs);
  let roughness = 0;
  let slope = new Float64Array(outputs);
  for (let k = 0; k + 1 < count; k++) {
    const gap = places[k + 1] - places[k];
    if (gap === 0) return undefined;
    const next = slope.map(
      (_, j) => (targets[order[k + 1] * outputs + j] - targets[order[k] * outputs + j]) / gap,
    );
    let square = 0;
    for (let j = 0; j < outputs; j++) {
      const bend = next[j] - slope[j];
      bends[k * outputs + j] = bend;
      square += bend * bend;
    }
    roughness += Math.sqrt(square * (1 + places[k] ** 2));
    slope = next;
  }
  const from = order[0] * outputs;
  const first = Float64Array.from(targets.subarray(from, from + outputs));
  return { direction, offset, places, first, bends, roughness };
}

export interface RankOneNetwork {
  /** [inputs, 1, …, 1, N − 1, outputs]: bottleneck rank 1 by construction from depth 3 on. */
  readonly dims: readonly number[];
  /** In the layout of `parameterLayout(dims)`. */
  readonly parameters: Float32Array;
  /** ‖θ‖², the price of passing through every point. */
  readonly squaredNorm: number;
}

/**
 * The network of this depth that follows a thread: a projection onto the line, identities on it,
 * one neuron for each bend of a piecewise linear curve through the targets, and their sum, with
 * every neuron's incoming and outgoing norms balanced, which is the cheapest way to scale it.
 * @param depth at least 2; at 2 each neuron projects by itself
 */
export function rankOneNetwork(thread: Thread, depth: number): RankOneNetwork {
  if (!(Number.isInteger(depth) && depth >= 2)) throw new RangeError('The depth is at least 2.');
  const { direction, offset, places, first, bends } = thread;
  const bendCount = places.length - 1;
  const line = Array.from({ length: depth - 2 }, () => 1);
  const dims = [direction.length, ...line, bendCount, first.length];
  const parameters = new Float32Array(parameterCount(dims));
  for (const [index, { fanIn, fanOut, weights, biases }] of parameterLayout(dims).entries()) {
    const isFirst = index === 0;
    if (index === depth - 1) {
      parameters.set(bends, weights);
      parameters.set(first, biases);
    } else {
      for (let j = 0; j < fanOut; j++) {
        for (let i = 0; i < fanIn; i++) {
          parameters[weights + i * fanOut + j] = isFirst ? direction[i] : 1;
        }
        const bendsHere = index === depth - 2;
        parameters[biases + j] = (isFirst ? offset : 0) - (bendsHere ? places[j] : 0);
      }
    }
  }
  const balanced = rebalance(dims, parameters);
  const squaredNorm = balanced.reduce((sum, value) => sum + value * value, 0);
  return { dims, parameters: balanced, squaredNorm };
}
