/**
 * Which engine runs: the one somebody asked for, or the fastest one here. Left to itself a run
 * starts at once on the engine that opens fastest and is good everywhere, WebAssembly; a GPU then
 * has to beat it on the very problem at hand, by the clock.
 */
import type { EngineName } from '../experiment/index.ts';
import { type Reference, type ReferenceValue, reasonOf, refer } from '../messages/reference.ts';
import { EngineUnavailable, type OpenEngine, type TrainingEngine } from './engine.ts';
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
  /** Opens an engine that may be faster than WebAssembly on this problem, or says why none is tried. */
  openChallenger(...start: Start): Promise<TrainingEngine | NoChallenger>;
  /** Times the challenger against the present engine's milliseconds per step and remembers the outcome. */
  contest(challenger: TrainingEngine, present: EngineName, milliseconds: number): Promise<Outcome>;
  /** Never opens this engine again by itself: it failed in the middle of a run. */
  exclude(name: EngineName): void;
}

export interface NoChallenger {
  readonly reason: ReferenceValue;
}

export interface Outcome {
  readonly winner: EngineName;
  readonly reason: ReferenceValue;
}

/** Tried in this order where nothing is known yet. */
const preference: readonly EngineName[] = ['wasm', 'tfjs-wasm', 'tfjs-cpu'];
/** A change of engine has to be worth its while. */
const clearlyFaster = 0.8;

export function createEngineChooser(now: () => number): EngineChooser {
  const excluded = new Set<EngineName>();
  const outcomes = new Map<string, Outcome>();
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

  return {
    async open(wanted, ...start) {
      const known = outcomes.get(shapeOf(start[0]));
      const first = wanted === 'auto' ? known?.winner : wanted;
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
              : name === known?.winner
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

    async openChallenger(...start) {
      await probed;
      const known = outcomes.get(shapeOf(start[0]));
      if (known) return { reason: known.reason };
      if (!gpu?.available || gpu.software || excluded.has('webgpu')) {
        return { reason: reasonForPreference('wasm') };
      }
      try {
        return await (await engineLoaders.webgpu())(...start);
      } catch (error) {
        excluded.add('webgpu');
        return { reason: refer('engines', 'reason.gpuUnusable', { reason: reasonOf(error) }) };
      }
    },

    async contest(challenger, present, milliseconds) {
      const theirs = await millisecondsPerStep(challenger, now);
      const won = theirs < clearlyFaster * milliseconds;
      const [winner, loser] = won ? [challenger.name, present] : [present, challenger.name];
      const [fast, slow] = won ? [theirs, milliseconds] : [milliseconds, theirs];
      const reason = refer('engines', 'reason.clock', {
        fast: fast.toPrecision(2),
        slow: slow.toPrecision(2),
        winner,
        loser,
      });
      const outcome = { winner, reason };
      outcomes.set(shapeOf(challenger.problem), outcome);
      return outcome;
    },

    exclude: (name) => excluded.add(name),
  };
}

function shapeOf(problem: Problem): string {
  return `${problem.dims.join('-')} on ${pointCount(problem)}`;
}
