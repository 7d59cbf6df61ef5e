/** Makes a trained network small without changing what it computes. */
import { rebalance } from '../engine/depth/index.ts';
import { parameterCount, parameterLayout } from '../engine/index.ts';
import type { CompactNetwork } from './snapshot.ts';

/** One neuron: what goes into it and what comes out. */
interface Neuron {
  /** Incoming weights and the bias, of length one. */
  readonly direction: Float64Array;
  /** Outgoing weights, times the length that the incoming ones had. */
  readonly outgoing: Float64Array;
  readonly strength: number;
}

/** A neuron this much weaker than the strongest of its layer is dead. */
const dead = 1e-6;

/**
 * Leaves out dead neurons and unites those that see nearly the same direction. A settled network
 * has many such: neurons p·relu(⟨u, h⟩) of one direction u cost, all together, exactly what one
 * of them costs that does their work, so that nothing makes training unite them. Norm, singular
 * values and function stay as they are where the directions are equal.
 * @param tolerance largest distance of unit vectors (incoming weights and bias) that are united
 */
export function compactNetwork(
  dims: readonly number[],
  parameters: Float32Array,
  tolerance: number,
): CompactNetwork {
  const layers = parameterLayout(dims);
  const last = layers.length - 1;
  const compactDims = [dims[0]];
  const parts: Float64Array[] = [];
  let incoming = columnsWithBias(parameters, layers[0], undefined);
  for (let layer = 0; layer < last; layer++) {
    const next = layers[layer + 1];
    const outgoing = (j: number) =>
      Float64Array.from(
        parameters.subarray(next.weights + j * next.fanOut, next.weights + (j + 1) * next.fanOut),
      );
    const neurons = unite(
      incoming.map((column, j) => neuronOf(column, outgoing(j))),
      tolerance,
    );
    parts.push(...neurons.map(({ direction }) => direction));
    compactDims.push(neurons.length);
    incoming = columnsWithBias(parameters, next, neurons);
  }
  parts.push(...incoming);
  compactDims.push(dims[last + 1]);
  const united = fromColumns(compactDims, parts);
  return { dims: compactDims, parameters: rebalance(compactDims, united) };
}

/** Incoming weights and bias of every neuron of a layer, where `before` feeds it. */
function columnsWithBias(
  parameters: Float32Array,
  { fanIn, fanOut, weights, biases }: ReturnType<typeof parameterLayout>[number],
  before: readonly Neuron[] | undefined,
): Float64Array[] {
  const rows = before?.length ?? fanIn;
  return Array.from({ length: fanOut }, (_, j) => {
    const column = new Float64Array(rows + 1);
    for (let i = 0; i < rows; i++) {
      column[i] = before ? before[i].outgoing[j] : parameters[weights + i * fanOut + j];
    }
    column[rows] = parameters[biases + j];
    return column;
  });
}

function neuronOf(column: Float64Array, outgoing: Float64Array): Neuron {
  const length = norm(column);
  return {
    direction: column.map((value) => (length === 0 ? 0 : value / length)),
    outgoing: outgoing.map((value) => value * length),
    strength: length * norm(outgoing),
  };
}

/** At least one neuron is left, be it dead. */
function unite(neurons: readonly Neuron[], tolerance: number): Neuron[] {
  const strongestFirst = neurons.toSorted((a, b) => b.strength - a.strength);
  const alive = strongestFirst.filter(
    ({ strength }, index) => index === 0 || strength > dead * strongestFirst[0].strength,
  );
  const united: Neuron[][] = [];
  for (const neuron of alive) {
    const kindred = united.find(
      ([first]) => distance(first.direction, neuron.direction) <= tolerance,
    );
    if (kindred) kindred.push(neuron);
    else united.push([neuron]);
  }
  return united.map((group) => (group.length === 1 ? group[0] : oneFor(group)));
}

/** The neuron that does the work of all of these. */
function oneFor(group: readonly Neuron[]): Neuron {
  const [{ direction, outgoing }] = group;
  const mean = new Float64Array(direction.length);
  const sum = new Float64Array(outgoing.length);
  for (const neuron of group) {
    for (let i = 0; i < mean.length; i++) mean[i] += neuron.strength * neuron.direction[i];
    for (let k = 0; k < sum.length; k++) sum[k] += neuron.outgoing[k];
  }
  return neuronOf(
    mean.map((value) => value / (norm(mean) || 1)),
    sum,
  );
}

/** Flat parameters of layers given neuron by neuron, each its incoming weights and its bias. */
function fromColumns(dims: readonly number[], columns: readonly Float64Array[]): Float32Array {
  const parameters = new Float32Array(parameterCount(dims));
  let next = 0;
  for (const { fanIn, fanOut, weights, biases } of parameterLayout(dims)) {
    for (let j = 0; j < fanOut; j++) {
      const column = columns[next++];
      for (let i = 0; i < fanIn; i++) parameters[weights + i * fanOut + j] = column[i];
      parameters[biases + j] = column[fanIn];
    }
  }
  return parameters;
}

function norm(vector: Float64Array): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Math.sqrt(sum);
}

function distance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) ** 2;
  return Math.sqrt(sum);
}
