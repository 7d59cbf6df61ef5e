/**
 * Which engine runs: the one somebody asked for, or the fastest one here. Left to itself a run
 * starts at once on the engine that opens fastest and is good everywhere, WebAssembly; a GPU, or
 * several workers together, then have to beat it on the very problem at hand, by the clock.
 */
import type { EngineName } from '../experiment/index.ts';
import { type Reference, type ReferenceValue, reasonOf, refer } from '../messages/reference.ts';
import { EngineUnavailable, type OpenEngine, type TrainingEngine } from './engine.ts';
import { replicasHere } from './parallel/shards.ts';
import { type Problem, pointCount } from './problem.ts';
import { engineLoaders, probeGpu } from './registry.ts';
import { millisecondsPerStep } from './time-steps.ts';

type Start = Parameters<OpenEngine>;

export interface EngineChoice {
  readonly engine: TrainingEngine;
  /** Why this one. */
  readonly reason: ReferenceValue;
  /** The engine that was asked for does not run here, and why. */
  readonly refusal?: Reference;
}

export interface EngineChooser {
  /**
   * Opens an engine on a problem.
   * @throws the last error, where no engine could be opened
   */
  open(wanted: EngineName | 'auto', ...start: Start): Promise<EngineChoice>;
  /** Opens an engine that may be faster than the present one on this problem, or says why none is tried. */
  openChallenger(present: Present, ...start: Start): Promise<TrainingEngine | NoChallenger>;
  /** Times the challenger against the present engine's milliseconds per step and remembers the outcome. */
  contest(challenger: TrainingEngine, present: EngineName, milliseconds: number): Promise<Outcome>;
  /** Never opens this engine again by itself: it failed in the middle of a run. */
  exclude(name: EngineName): void;
}

/** What runs now, and how fast. */
export interface Present {
  readonly engineName: EngineName;
  readonly millisecondsPerStep: number;
}

export interface NoChallenger {
  readonly reason: ReferenceValue;
}

export interface Outcome {
  readonly winner: EngineName;
  readonly reason: ReferenceValue;
  /** Whether there is another engine that may be faster still. */
  readonly another?: boolean;
}

/** Tried in this order where nothing is known yet. */
const preference: readonly EngineName[] = ['wasm', 'tfjs-wasm', 'tfjs-cpu'];
/** These have to beat what runs, in this order. */
const challengers = ['webgpu', 'wasm-parallel'] as const;
/** Whether a change of engine is worth its while, by the milliseconds that a step takes. */
export function isClearlyFaster(challenger: number, present: number): boolean {
  return challenger < 0.8 * present;
}

/** Milliseconds; a shorter step is over before the workers have told each other of it. */
const shortestShared = 0.2;

interface Known extends Outcome {
  readonly tried: ReadonlySet<EngineName>;
}

export function createEngineChooser(now: () => number): EngineChooser {
  const excluded = new Set<EngineName>();
  const outcomes = new Map<string, Known>();
  let gpu: Awaited<ReturnType<typeof probeGpu>> | undefined;
  const probed = probeGpu().then((probe) => {
    gpu = probe;
    return probe;
  });

  const reasonForPreference = (name: EngineName): ReferenceValue => {
    if (name !== 'wasm') return refer('engines', 'reason.others');
    if (excluded.has('webgpu')) return refer('engines', 'reason.gpuFailed');
    if (gpu === undefined) return refer('engines', 'reason.probing');
    if (!gpu.available) return gpu.description;
    if (gpu.software) return refer('engines', 'reason.software', { gpu: gpu.description });
    return refer('engines', 'reason.timedSoon', { gpu: gpu.description });
  };

  const gpuMayRace = () => gpu?.available === true && !gpu.software && !excluded.has('webgpu');

  const untried = (problem: Problem): EngineName[] => {
    const tried = outcomes.get(shapeOf(problem))?.tried;
    const isThere = {
      webgpu: gpuMayRace(),
      'wasm-parallel': replicasHere(pointCount(problem)) > 1,
    };
    return challengers.filter(
      (name) => isThere[name] && !excluded.has(name) && tried?.has(name) !== true,
    );
  };

  return {
    async open(wanted, ...start) {
      const known = outcomes.get(shapeOf(start[0]));
      const first = wanted === 'auto' ? startsAtOnce(known?.winner) : wanted;
      const candidates = [...new Set([...(first ? [first] : []), ...preference])].filter(
        (name) => !excluded.has(name),
      );
      let refusal: Reference | undefined;
      let failure: unknown = new EngineUnavailable(
        'tfjs-cpu',
        refer('engines', 'refusal.allFailed'),
      );
      for (const name of candidates) {
        try {
          const engine = await (await engineLoaders[name]())(...start);
          const reason =
            name === wanted
              ? refer('engines', 'reason.askedFor')
              : known && name === first
                ? known.reason
                : reasonForPreference(name);
          return { engine, reason, ...(refusal !== undefined && { refusal }) };
        } catch (error) {
          failure = error;
          if (name === wanted) {
            refusal = refer('engines', 'refusal.notHere', {
              engine: name,
              reason: reasonOf(error),
            });
          }
        }
      }
      throw failure;
    },

    async openChallenger(present, ...start) {
      await probed;
      const [problem] = start;
      const known = outcomes.get(shapeOf(problem));
      const winner = known?.winner !== present.engineName ? known?.winner : undefined;
      const candidates = [...(winner ? [winner] : []), ...untried(problem)];
      let failure: ReferenceValue | undefined;
      for (const name of new Set(candidates)) {
        if (excluded.has(name)) continue;
        if (name === 'wasm-parallel' && present.millisecondsPerStep < shortestShared) continue;
        try {
          return await (await engineLoaders[name]())(...start);
        } catch (error) {
          excluded.add(name);
          failure = reasonOf(error);
          if (name === 'webgpu')
            failure = refer('engines', 'reason.gpuUnusable', { reason: failure });
        }
      }
      return { reason: failure ?? known?.reason ?? reasonForPreference('wasm') };
    },

    async contest(challenger, present, milliseconds) {
      const { name, problem } = challenger;
      const shape = shapeOf(problem);
      const known = outcomes.get(shape);
      if (known?.winner === name) return known;
      const conclude = (winner: EngineName, reason: ReferenceValue): Outcome => {
        const tried = new Set(known?.tried).add(name);
        outcomes.set(shape, { winner, reason, tried });
        return { winner, reason, another: untried(problem).length > 0 };
      };
      let theirs: number;
      try {
        theirs = await millisecondsPerStep(challenger, now);
      } catch (error) {
        excluded.add(name);
        return conclude(present, reasonOf(error));
      }
      const won = isClearlyFaster(theirs, milliseconds);
      const [winner, loser] = won ? [name, present] : [present, name];
      const [fast, slow] = won ? [theirs, milliseconds] : [milliseconds, theirs];
      const clock = refer('engines', 'reason.clock', {
        fast: fast.toPrecision(2),
        slow: slow.toPrecision(2),
        winner,
        loser,
      });
      // Why no GPU was in the contest is of interest whoever won it.
      const reason = gpuMayRace()
        ? clock
        : refer('engines', 'reason.both', { clock, other: reasonForPreference('wasm') });
      return conclude(winner, reason);
    },

    exclude: (name) => excluded.add(name),
  };
}

/** Helpers take their time to start; until they are there one worker trains alone. */
function startsAtOnce(winner: EngineName | undefined): EngineName | undefined {
  return winner === 'wasm-parallel' ? 'wasm' : winner;
}

function shapeOf(problem: Problem): string {
  return `${problem.dims.join('-')} on ${pointCount(problem)}`;
}
