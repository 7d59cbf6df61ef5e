/**
 * Which of the compared starts is on screen. The first is seen as it trains; from its end on it
 * is the cheapest so far, while the engine trains the next one unseen.
 */
import type { TrainingEngine, TrainingState } from '../engine/index.ts';
import type { StartComparison } from '../engine/short-starts.ts';
import type { StartsProgress } from './frame.ts';

export interface ShownStart {
  /** Short starts are still being compared. */
  readonly comparing: boolean;
  /** The state on screen, where it is not the one in training. */
  readonly state: TrainingState | undefined;
  readonly progress: StartsProgress | undefined;
  /** Looks at the network on screen; the one in training is back in the engine afterwards. */
  look<Seen>(look: () => Promise<Seen>): Promise<Seen>;
}

/** @param comparison undefined where there is a single start, which then is the one on screen */
export function shownStart(
  engine: TrainingEngine,
  comparison: StartComparison | undefined,
): ShownStart {
  return {
    get comparing() {
      return comparison !== undefined && !comparison.isOver;
    },
    get state() {
      return this.comparing ? comparison?.cheapest?.state : undefined;
    },
    get progress() {
      if (!comparison) return undefined;
      const { count, start, isOver, cheapest } = comparison;
      return { count, training: isOver ? undefined : start, cheapest: cheapest?.start };
    },
    async look(look) {
      const { state } = this;
      if (!state) return look();
      const unseen = await engine.save();
      await engine.load(state);
      try {
        return await look();
      } finally {
        await engine.load(unseen);
      }
    },
  };
}
