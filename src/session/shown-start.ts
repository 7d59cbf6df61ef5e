/**
 * Which of the compared starts is on screen. The first is seen as it trains; from its end on it
 * is the cheapest so far, while the engine trains the next one unseen.
 */
import type { Optimisation, StepRecord, TrainingEngine, TrainingState } from '../engine/index.ts';
import type { StartComparison } from '../engine/short-starts.ts';
import type { StartsProgress } from './frame.ts';

/** Where the start on screen is accounted for. */
export interface Screen {
  /** Adds what so many milliseconds of training gave. */
  show(record: StepRecord, milliseconds: number): void;
  /** Takes back all that was shown. */
  clear(): void;
  /** Another network is there to be looked at. */
  hurry(): void;
}

export interface ShownStart {
  /** Short starts are still being compared. */
  readonly comparing: boolean;
  /** Steps that the start in training has left; no more may be trained at once. Undefined where none is compared. */
  readonly stepsLeft: number | undefined;
  /** The state on screen, where it is not the one in training. */
  readonly state: TrainingState | undefined;
  readonly progress: StartsProgress | undefined;
  /** Takes in what training gave the present start, and shows of it what is to be seen. */
  take(
    record: StepRecord,
    milliseconds: number,
    optimisation: Optimisation,
    screen: Screen,
  ): Promise<void>;
  /** Ends the comparison with the start on screen, where that is not the one in training. */
  settle(): Promise<void>;
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
    get stepsLeft() {
      return this.comparing ? comparison?.stepsLeft : undefined;
    },
    get state() {
      return this.comparing ? comparison?.cheapest?.state : undefined;
    },
    get progress() {
      if (!comparison) return undefined;
      const { count, start, isOver, cheapest } = comparison;
      return { count, training: isOver ? undefined : start, cheapest: cheapest?.start };
    },
    async take(record, milliseconds, optimisation, screen) {
      if (!comparison) return;
      const { start, cheapest: before } = comparison;
      const isOnScreen = before === undefined;
      if (isOnScreen) screen.show(record, milliseconds);
      if (!(await comparison.take(engine, record, optimisation))) return;
      const { cheapest } = comparison;
      if (cheapest === undefined) screen.clear();
      if (cheapest?.start !== start) return;
      if (!isOnScreen) {
        screen.clear();
        for (const part of cheapest.records) screen.show(part, 0);
      }
      screen.hurry();
    },
    async settle() {
      if (this.state) await comparison?.endWithCheapest(engine);
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
