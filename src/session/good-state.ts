/** A state that a run can go back to, should it diverge or should its engine fail. */
import type { TrainingEngine, TrainingState } from '../engine/index.ts';

/** Milliseconds between two of them. */
const interval = 1000;

export interface GoodState {
  /** The last one of those kept from which training is known to have gone on. */
  readonly state: TrainingState;
  /** Keeps a state that the engine holds. */
  keep(state: TrainingState): void;
  /** Keeps what the engine holds, where the last one is old. */
  keepPresent(): Promise<void>;
  /** Hears of the first training after a state was kept: only its losses tell what the update before had done. */
  judge(isSound: boolean): void;
  /**
   * What is on screen, if it is sound, else the last sound one kept.
   * @param shown the state on screen where it is not in the engine
   */
  rescue(shown: TrainingState | undefined): Promise<TrainingState>;
}

/** @param now in milliseconds */
export function goodState(
  engine: TrainingEngine,
  start: TrainingState,
  now: () => number,
): GoodState {
  let state = start;
  let unjudged: TrainingState | undefined;
  let keptAt = now();
  function keep(next: TrainingState): void {
    unjudged = next;
    keptAt = now();
  }
  return {
    get state() {
      return state;
    },
    keep,
    async keepPresent() {
      if (now() - keptAt > interval) keep(await engine.save());
    },
    judge(isSound) {
      if (isSound && unjudged) state = unjudged;
      unjudged = undefined;
    },
    async rescue(shown) {
      try {
        const present = shown ?? (await engine.save());
        if (allFinite(present)) return present;
      } catch {
        // A lost device cannot be read; what was kept is all that remains.
      }
      return unjudged && allFinite(unjudged) ? unjudged : state;
    },
  };
}

function allFinite({ parameters }: TrainingState): boolean {
  return parameters.every(Number.isFinite);
}
