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
import { EngineLost } from './webgpu/faults.ts';

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
  /**
   * Times the challenger against the present engine's milliseconds per step and remembers the outcome.
   * @throws RangeError where those have not been measured
   */
  contest(challenger: TrainingEngine, present: EngineName, milliseconds: number): Promise<Outcome>;
  /** Does not open this engine again, until it is readmitted: it failed in the middle of a run. */
  exclude(name: EngineName): void;
  /** Somebody wants this engine tried again. */
  readmit(name: EngineName): void;
}

/** What runs now, and how fast. */
export interface Present {
  readonly engineName: EngineName;
  /** As measured; finite. */
  readonly millisecondsPerStep: number;
  /** Is told of every engine right before it is opened. */
  readonly onOpening?: (name: EngineName) => void;
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
const challengers = ['webgpu', 'wasm-parallel', 'tfjs-cpu'] as const;
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
  /** Why an engine that works does not run problems of some shape. */
  const unfit = new Map<string, ReferenceValue>();
  const outcomes = new Map<string, Known>();
  let gpu: Awaited<ReturnType<typeof probeGpu>> | undefined;
  const probed = probeGpu().then((probe) => {
    gpu = probe;
    return probe;
  });

  const pair = (name: EngineName, problem: Problem) => `${name}: ${shapeOf(problem)}`;
  const mayOpen = (name: EngineName, problem: Problem) =>
    !excluded.has(name) && !unfit.has(pair(name, problem));
  /** Never tried again by itself: on this problem, or on any. */
  const shutOut = (name: EngineName, problem: Problem, error: unknown) => {
    const why = reasonOf(error);
    const reason =
      name === 'webgpu' ? refer('engines', 'reason.gpuUnusable', { reason: why }) : why;
    if (isOfTheProblem(error)) unfit.set(pair(name, problem), reason);
    else excluded.add(name);
    return reason;
  };

  const reasonForPreference = (name: EngineName, problem: Problem): ReferenceValue => {
    if (name !== 'wasm') return refer('engines', 'reason.others');
    const tooMuch = unfit.get(pair('webgpu', problem));
    if (tooMuch !== undefined) return tooMuch;
    if (excluded.has('webgpu')) return refer('engines', 'reason.gpuFailed');
    if (gpu === undefined) return refer('engines', 'reason.probing');
    if (!gpu.available) return gpu.description;
    if (gpu.software) return refer('engines', 'reason.software', { gpu: gpu.description });
    return refer('engines', 'reason.timedSoon', { gpu: gpu.description });
  };

  const gpuMayRace = (problem: Problem) =>
    gpu?.available === true && !gpu.software && mayOpen('webgpu', problem);

  const untried = (problem: Problem, present: EngineName): EngineName[] => {
    const tried = outcomes.get(shapeOf(problem))?.tried;
    const isThere = {
      webgpu: gpuMayRace(problem),
      'wasm-parallel': replicasHere(pointCount(problem)) > 1,
      // Where nothing faster runs, which of the two is faster depends on the size.
      'tfjs-cpu': present === 'tfjs-wasm',
    };
    return challengers.filter(
      (name) => isThere[name] && mayOpen(name, problem) && tried?.has(name) !== true,
    );
  };

  return {
    async open(wanted, ...start) {
      const [problem] = start;
      const known = outcomes.get(shapeOf(problem));
      const first = wanted === 'auto' ? startsAtOnce(known?.winner) : wanted;
      const candidates = [...new Set([...(first ? [first] : []), ...preference])].filter(
        (name) => !excluded.has(name),
      );
      const reasonFor = (name: EngineName): ReferenceValue => {
        if (name === wanted) return refer('engines', 'reason.askedFor');
        if (wanted !== 'auto' && excluded.has(wanted)) {
          return refer('engines', 'reason.failedEarlier', { engine: wanted });
        }
        return known && name === first ? known.reason : reasonForPreference(name, problem);
      };
      let refusal: Reference | undefined;
      let failure: unknown = new EngineUnavailable(
        'tfjs-cpu',
        refer('engines', 'refusal.allFailed'),
      );
      for (const name of candidates) {
        try {
          const engine = await (await engineLoaders[name]())(...start);
          return { engine, reason: reasonFor(name), ...(refusal !== undefined && { refusal }) };
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
      const candidates = [...(winner ? [winner] : []), ...untried(problem, present.engineName)];
      let failure: ReferenceValue | undefined;
      for (const name of new Set(candidates)) {
        if (!mayOpen(name, problem)) continue;
        if (name === 'wasm-parallel' && present.millisecondsPerStep < shortestShared) continue;
        try {
          const open = await engineLoaders[name]();
          present.onOpening?.(name);
          return await open(...start);
        } catch (error) {
          failure = shutOut(name, problem, error);
        }
      }
      return { reason: failure ?? known?.reason ?? reasonForPreference('wasm', problem) };
    },

    async contest(challenger, present, milliseconds) {
      if (!(milliseconds > 0 && milliseconds < Number.POSITIVE_INFINITY)) {
        throw new RangeError('Nothing can be compared with a rate that was not measured.');
      }
      const { name, problem } = challenger;
      const shape = shapeOf(problem);
      const known = outcomes.get(shape);
      if (known?.winner === name) return known;
      const conclude = (winner: EngineName, reason: ReferenceValue): Outcome => {
        const tried = new Set(known?.tried).add(name);
        outcomes.set(shape, { winner, reason, tried });
        return { winner, reason, another: untried(problem, winner).length > 0 };
      };
      let theirs: number;
      try {
        theirs = await millisecondsPerStep(challenger, now);
      } catch (error) {
        return conclude(present, shutOut(name, problem, error));
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
      const reason = gpuMayRace(problem)
        ? clock
        : refer('engines', 'reason.both', { clock, other: reasonForPreference('wasm', problem) });
      return conclude(winner, reason);
    },

    exclude: (name) => excluded.add(name),
    readmit: (name) => excluded.delete(name),
  };
}

/** Helpers take their time to start; until they are there one worker trains alone. */
function startsAtOnce(winner: EngineName | undefined): EngineName | undefined {
  return winner === 'wasm-parallel' ? 'wasm' : winner;
}

/** Refusals that say nothing of other problems. */
const ofTheProblem: ReadonlySet<string> = new Set([
  'refusal.tooDeep',
  'refusal.gpuMemory',
  'refusal.memory',
  'refusal.fewPoints',
]);

function isOfTheProblem(error: unknown): boolean {
  if (error instanceof EngineLost) return error.fault === 'out-of-memory';
  return error instanceof EngineUnavailable && saysOfTheProblem(error.reason);
}

function saysOfTheProblem(reason: ReferenceValue | undefined): boolean {
  if (typeof reason !== 'object') return false;
  if (ofTheProblem.has(reason.key)) return true;
  // A helper opens the same problem, and may refuse it for the same reasons.
  return reason.key === 'refusal.noHelper' && saysOfTheProblem(reason.values?.reason);
}

function shapeOf(problem: Problem): string {
  return `${problem.dims.join('-')} on ${pointCount(problem)}`;
}
