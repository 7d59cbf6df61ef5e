/**
 * Takes the pictures of one run, and the closer looks: as often and as finely as their cost
 * allows while training goes on, and as finely as can be when it rests.
 */
import { isConstant, scaleAskedFor } from '../analysis/index.ts';
import { type PreparedRun, pointCount, type TrainingEngine } from '../engine/index.ts';
import type { Experiment } from '../experiment/index.ts';
import type { ReadableNetwork } from '../snapshot/index.ts';
import { EngineFault } from './engine-fault.ts';
import type { Picture } from './frame.ts';
import { type Insight, type InsightMemory, takeInsight, type Watch } from './insight.ts';
import { sharpnesses, takePicture } from './picture.ts';

/** Training time per picture time: before the network fits, when few pictures are shown, and after. */
const pictureShare = { growing: 6, fitting: 3 };
/** Training time per time of a closer look, while training goes on. */
const insightShare = 6;
/** A live picture that costs more than this many milliseconds is taken more coarsely. */
const pictureBudget = 45;
/** A run whose outputs are all alike after this share of its budget has collapsed. */
const collapseShare = 0.2;

/** What a picture is taken of. */
export interface Scene {
  readonly step: number;
  readonly experiment: Experiment;
  /** Probe points [M, 2] that somebody placed by hand. */
  readonly placed: Float32Array;
  /** Which closer looks are on screen. */
  readonly watch: Watch;
  /** Answers in the engine's place, where it is the same network and faster. */
  readonly network: ReadableNetwork | undefined;
}

export interface Shot {
  /** Missing where it could not be taken. */
  readonly picture?: Picture;
  /** The closer look that somebody watches, where it was due. */
  readonly insight?: Insight;
}

export interface Camera {
  /** A picture has been taken, or could not be. */
  readonly used: boolean;
  /** The last picture was not of the present parameters at the finest resolution. */
  readonly blurred: boolean;
  /** In the last picture all outputs were the same, long after the start. */
  readonly collapsed: boolean;
  /** The network has changed by so many milliseconds of training. */
  networkChanged(milliseconds: number): void;
  /** The next picture is due at once. */
  hurry(): void;
  /** Whether enough has been trained for another picture. */
  isDue(fits: boolean): boolean;
  /** @throws EngineFault where the engine fails; whatever else goes wrong costs only what was to be seen */
  take(scene: Scene, sharp: boolean): Promise<Shot>;
}

interface CameraParts {
  /** The run's number. */
  readonly id: number;
  readonly prepared: PreparedRun;
  readonly engine: TrainingEngine;
  /** Something could not be drawn. */
  readonly report: (error: unknown) => void;
  readonly breathe: () => Promise<void>;
  /** A command waits that may put another run in this one's place. */
  readonly overtaken: () => boolean;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Nobody waits for this closer look any more. */
class Overtaken extends Error {}

export function cameraOf(parts: CameraParts): Camera {
  const { id, prepared, engine, report, breathe, overtaken, now } = parts;
  const { data, problem } = prepared;
  const scale = scaleAskedFor(problem);
  let resolution = 0;
  let pictureCost = 0;
  let trainedSincePicture = Number.POSITIVE_INFINITY;
  /** Milliseconds of training so far. */
  let trained = 0;
  let lastInsight: Insight | undefined;
  let lookedAt = { trained: Number.NEGATIVE_INFINITY, cost: 0 };
  let pictures = 0;
  let blurred = true;
  let collapsed = false;
  /** What is known of the present parameters: the finest picture, which others may own a copy of, and closer looks. */
  let known: { readonly scene: Scene; readonly picture: Picture } | undefined;
  let memory: InsightMemory = {};
  /** A quick look at them has been taken at rest. */
  let sketched = false;
  function forget(): void {
    known = undefined;
    sketched = false;
    memory = {};
  }

  async function takeOne(scene: Scene, sharp: boolean): Promise<Picture> {
    if (sharp && known && looksAlike(known.scene, scene)) {
      blurred = false;
      return structuredClone(known.picture);
    }
    const before = now();
    const finest = sharpnesses.length - 1;
    const { step, experiment, placed, network = engine } = scene;
    const subject = { run: id, step, data, experiment, placed };
    const level = sharpnesses[sharp ? finest : resolution];
    const taken = await takePicture(network, subject, level, breathe);
    const cost = now() - before;
    if (!sharp) {
      pictureCost = cost;
      if (cost > pictureBudget) resolution = 0;
      else if (cost < pictureBudget / 4) resolution = Math.min(finest - 1, resolution + 1);
    }
    trainedSincePicture = 0;
    blurred = !sharp;
    pictures++;
    const outputs = taken.spectra.activations[taken.spectra.activations.length - 1];
    collapsed =
      step > collapseShare * experiment.steps && isConstant(outputs, pointCount(problem), scale);
    if (sharp) known = { scene, picture: structuredClone(taken) };
    return taken;
  }

  /** What has gone wrong in drawing goes wrong again: the next attempt waits for another network. */
  function goWithout(): void {
    trainedSincePicture = 0;
    blurred = false;
    pictures++;
  }

  /** Nothing, and a report, where something other than the engine fails. */
  async function attempt<Seen>(look: () => Promise<Seen>): Promise<Seen | undefined> {
    try {
      return await look();
    } catch (error) {
      if (error instanceof EngineFault) throw error;
      report(error);
      return undefined;
    }
  }

  async function breatheIfWanted(): Promise<void> {
    await breathe();
    if (overtaken()) throw new Overtaken();
  }

  /** The closer look that somebody watches, where it is due; given up when it is overtaken. */
  async function lookCloser(
    taken: Picture,
    { watch, experiment: { threshold } }: Scene,
    sharp: boolean,
  ): Promise<Insight | undefined> {
    const isWatched = watch.jacobian || watch.representation;
    // The first picture comes alone: whoever drags through the depths waits for that one only.
    const isDue =
      sharp || (pictures > 1 && trained - lookedAt.trained >= insightShare * lookedAt.cost);
    if (!isWatched || !isDue) return undefined;
    const before = now();
    // Jacobians of many inputs take seconds: a few of them are seen first.
    const isQuick = problem.dims[0] === 2 || !watch.jacobian;
    const thorough = sharp && (isQuick || sketched);
    const subject = { ...taken, data, threshold, before: lastInsight, thorough, memory };
    try {
      lastInsight = await takeInsight(engine, subject, watch, { now, breathe: breatheIfWanted });
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      blurred = true;
      return undefined;
    }
    if (sharp && !thorough) {
      sketched = true;
      blurred = true;
    }
    lookedAt = { trained, cost: now() - before };
    return lastInsight;
  }

  return {
    get used() {
      return pictures > 0;
    },
    get blurred() {
      return blurred;
    },
    get collapsed() {
      return collapsed;
    },
    networkChanged(milliseconds) {
      forget();
      blurred = true;
      trained += milliseconds;
      trainedSincePicture += milliseconds;
    },
    hurry() {
      forget();
      trainedSincePicture = Number.POSITIVE_INFINITY;
    },
    isDue(fits) {
      const share = fits ? pictureShare.fitting : pictureShare.growing;
      return trainedSincePicture >= share * pictureCost;
    },
    async take(scene, sharp) {
      const picture = await attempt(() => takeOne(scene, sharp));
      if (!picture) {
        goWithout();
        return {};
      }
      const insight = await attempt(() => lookCloser(picture, scene, sharp));
      return insight ? { picture, insight } : { picture };
    },
  };
}

/** Whether the same network would give the same picture. */
function looksAlike(a: Scene, b: Scene): boolean {
  const [one, other] = [a.experiment, b.experiment];
  return (
    a.step === b.step &&
    a.network === b.network &&
    a.placed === b.placed &&
    one.centring === other.centring &&
    one.probes === other.probes &&
    one.probeNoise === other.probeNoise
  );
}
