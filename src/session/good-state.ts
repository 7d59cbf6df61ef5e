/** A state that a run can go back to, should it diverge or should its engine fail. */
import type { TrainingEngine, TrainingState } from '../engine/index.ts';

/** Milliseconds between two of them. */
const interval = 1000;

export interface GoodState {
  /** The last one kept. */
  readonly state: TrainingState;
  /** Keeps what the engine holds, where the last one is old. */
  keep(): Promise<void>;
  /**
   * What is on screen, if it is sound, else the last one kept.
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
  let keptAt = now();
  return {
    get state() {
      return state;
    },
    async keep() {
      if (now() - keptAt <= interval) return;
      state = await engine.save();
      keptAt = now();
    },
    async rescue(shown) {
      try {
        const present = shown ?? (await engine.save());
        if (present.parameters.every(Number.isFinite)) return present;
      } catch {
        // A lost device cannot be read; the last good state is what remains.
      }
      return state;
    },
  };
}
