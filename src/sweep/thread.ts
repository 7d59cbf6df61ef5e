/**
 * The explicit function of bottleneck rank 1 through all points of a data set: a thread. It shows
 * what rank 1 costs at most, whether training finds it or not (the construction behind Prop. 2 of
 * Jacot, ICLR 2023).
 *
 * The first layer projects the inputs onto a line, x → s = u·x − min ≥ 0, which the middle layers
 * hand on; the layer before the last has a kink at every point but the last, and the last layer
 * turns the thread at each by the change of slope, so that it meets all targets with straight lines
 * in between. Of all lines the search takes the cheapest that it finds.
 */
import { rebalance } from '../engine/depth/index.ts';
import { type Problem, parameterCount, parameterLayout } from '../engine/index.ts';
import { type Random, randomStream } from '../experiment/index.ts';

/** A network [inputs, 1, …, 1, N − 1, outputs] whose data loss is zero but for rounding. */
export interface Thread {
  readonly dims: readonly number[];
  /** In the layout of `parameterLayout`, rebalanced to the least norm. */
  readonly parameters: Float32Array;
  /** ‖θ‖²: no network of this depth that fits the points needs more, if it is N − 1 wide. */
  readonly parameterNorm: number;
}

const drawnLines = 400;
const improvements = 1200;

/**
 * Threads the points in `problem`; the search for a line is the same every time.
 * @param depth L ≥ 3: a line, the kinks, and the turns
 * @throws RangeError for fewer layers, or where no line tells all points apart
 */
export function threadThrough({ inputs, targets, dims }: Problem, depth: number): Thread {
  if (depth < 3) throw new RangeError('A thread takes three layers.');
  const points: Points = { inputs, targets, fanIn: dims[0], fanOut: dims[dims.length - 1] };
  const threads = [gain, biases].map((price) => {
    const { dims: sizes, parameters: laid } = layThread(points, cheapestLine(points, price), depth);
    const parameters = rebalance(sizes, laid);
    const parameterNorm = parameters.reduce((sum, value) => sum + value * value, 0);
    return { dims: sizes, parameters, parameterNorm };
  });
  return threads.reduce((best, thread) =>
    thread.parameterNorm < best.parameterNorm ? thread : best,
  );
}

interface Points {
  /** [N, fanIn] */
  readonly inputs: Float32Array;
  /** [N, fanOut] */
  readonly targets: Float32Array;
  readonly fanIn: number;
  readonly fanOut: number;
}

/** The points in the order of the thread. */
interface Stations {
  /** Of the points, along the line. */
  readonly order: readonly number[];
  /** s of each, ascending from 0. */
  readonly places: readonly number[];
  /** Slope after each but the last, minus the one before: [N − 1, fanOut]. */
  readonly turns: Float64Array;
}

/** What a line costs, as a guess at the norm of its thread. */
type Price = (line: Float64Array, stations: Stations, fanOut: number) => number;

function cheapestLine(points: Points, price: Price): Float64Array {
  const random = randomStream(0, 'line of a thread');
  let best = randomLine(points.fanIn, random);
  let least = Number.POSITIVE_INFINITY;
  const consider = (line: Float64Array) => {
    const asked = price(line, stationsOf(points, line), points.fanOut);
    const isCheaper = asked < least;
    if (isCheaper) [best, least] = [line, asked];
    return isCheaper;
  };
  consider(best);
  for (let i = 1; i < drawnLines; i++) consider(randomLine(points.fanIn, random));
  let reach = 0.5;
  for (let i = 0; i < improvements; i++) {
    const better = consider(best.map((value) => value + reach * random.normal()));
    // Rechenberg's rule: about a fifth of the attempts should succeed.
    reach *= better ? 1.5 : 0.9;
    if (reach < 1e-4) reach = 0.5;
  }
  if (!Number.isFinite(least)) throw new RangeError('Two points lie at the same place.');
  return best;
}

function randomLine(size: number, random: Random): Float64Array {
  return Float64Array.from({ length: size }, () => random.normal() / Math.sqrt(size));
}

/** For few points: the product of what the first layer and the last two do, which depth shares out among all layers. */
const gain: Price = (line, { places, turns }, fanOut) => {
  let sum = 0;
  for (let j = 0; j + 1 < places.length; j++) {
    sum += turnAt(turns, j, fanOut) * Math.hypot(1, places[j]);
  }
  return sum * Math.hypot(...line);
};

/** For many: ‖θ‖²/L tends to 1 + C_N/L, and this is C_N up to a smaller part. Depth makes everything cheap but the biases of the kinks, which no other layer can help with. */
const biases: Price = (_line, { places, turns }, fanOut) => {
  let sum = 0;
  for (let j = 0; j + 1 < places.length; j++) sum += 2 * places[j] * turnAt(turns, j, fanOut);
  return sum;
};

function turnAt(turns: Float64Array, kink: number, fanOut: number): number {
  let square = 0;
  for (let k = 0; k < fanOut; k++) square += turns[kink * fanOut + k] ** 2;
  return Math.sqrt(square);
}

function stationsOf({ inputs, targets, fanIn, fanOut }: Points, line: Float64Array): Stations {
  const count = inputs.length / fanIn;
  const projected = Array.from({ length: count }, (_, point) => {
    let sum = 0;
    for (let i = 0; i < fanIn; i++) sum += line[i] * inputs[point * fanIn + i];
    return sum;
  });
  const order = projected.map((_, point) => point).sort((a, b) => projected[a] - projected[b]);
  const places = order.map((point) => projected[point] - projected[order[0]]);
  const turns = new Float64Array((count - 1) * fanOut);
  const slope = new Float64Array(fanOut);
  for (let j = 0; j + 1 < count; j++) {
    for (let k = 0; k < fanOut; k++) {
      const rise = targets[order[j + 1] * fanOut + k] - targets[order[j] * fanOut + k];
      const next = rise / (places[j + 1] - places[j]);
      turns[j * fanOut + k] = next - slope[k];
      slope[k] = next;
    }
  }
  return { order, places, turns };
}

function layThread(
  points: Points,
  line: Float64Array,
  depth: number,
): { dims: number[]; parameters: Float32Array } {
  const { inputs, targets, fanIn, fanOut } = points;
  const { order, places, turns } = stationsOf(points, line);
  const kinks = order.length - 1;
  const passages = new Array<number>(depth - 2).fill(1);
  const dims = [fanIn, ...passages, kinks, fanOut];
  const parameters = new Float32Array(parameterCount(dims));
  const layers = parameterLayout(dims);
  const [first] = layers;
  parameters.set(line, first.weights);
  let start = 0;
  for (let i = 0; i < fanIn; i++) start += line[i] * inputs[order[0] * fanIn + i];
  parameters[first.biases] = -start;
  for (const { weights } of layers.slice(1, depth - 2)) parameters[weights] = 1;
  const bend = layers[depth - 2];
  parameters.fill(1, bend.weights, bend.weights + kinks);
  for (let j = 0; j < kinks; j++) parameters[bend.biases + j] = -places[j];
  const turn = layers[depth - 1];
  parameters.set(turns, turn.weights);
  const begin = order[0] * fanOut;
  parameters.set(targets.subarray(begin, begin + fanOut), turn.biases);
  return { dims, parameters };
}
