/**
 * The picture of a settled network, taken wherever it is asked for: on the main thread before any
 * worker has started, or in the worker while a run still rests at what its file says.
 *
 *     const set = await loadSnapshots('paper-s');
 *     const snapshot = set.at(9);
 *     if (snapshot) draw(await pictureOf(snapshot));           // at most 50 ms
 *     if (snapshot) draw(await pictureOf(snapshot, 'sharp'));  // when there is time
 *
 * The compact network answers within the call, so that a quick picture is complete before the
 * next frame of the screen, unless it is told how to breathe now and then.
 */
import { type ReadableNetwork, type Snapshot, settledNetwork } from '../snapshot/index.ts';
import type { Picture } from './frame.ts';
import { sharpnesses, takePicture } from './picture.ts';

export interface SettledPicture {
  /** Stands where a live run has its number, so that charts see a new picture; default 0. */
  readonly run?: number;
  /** Probe points [M, 2] placed by hand, for a curve's autoencoder. */
  readonly placed?: Float32Array;
  /** Lets others have their turn, every millisecond or two; without it a picture is taken in one go. */
  readonly breathe?: () => Promise<void>;
}

const nowhere = new Float32Array(0);

/** Everything the charts show of a settled network. */
export function pictureOf(
  snapshot: Snapshot,
  sharpness: 'quick' | 'sharp' = 'quick',
  { run = 0, placed = nowhere, breathe = async () => {} }: SettledPicture = {},
): Promise<Picture> {
  const { data, experiment, steps: step } = snapshot;
  const fineness = sharpnesses[sharpness === 'quick' ? 0 : sharpnesses.length - 1];
  const subject = { run, step, data, experiment, placed };
  const network = settledNetwork(snapshot);
  const evaluate = inPortions(network.evaluate, network.problem.dims[0], breathe);
  return takePicture({ ...network, evaluate }, subject, fineness, breathe);
}

type Evaluate = ReadableNetwork['evaluate'];

/** Points that plain JavaScript gets through in a millisecond or two. */
const pointsPerPortion = 256;

/** Evaluates a few of the points [M, inputs] at a time, and lets others have their turn between. */
function inPortions(evaluate: Evaluate, inputs: number, breathe: () => Promise<void>): Evaluate {
  return async (points) => {
    const portions: Float32Array[] = [];
    const length = pointsPerPortion * inputs;
    for (let from = 0; from < points.length; from += length) {
      if (from > 0) await breathe();
      portions.push(await evaluate(points.subarray(from, from + length)));
    }
    return joined(portions);
  };
}

function joined(portions: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(portions.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const portion of portions) {
    whole.set(portion, at);
    at += portion.length;
  }
  return whole;
}
