/** When a run has settled: nothing that the page is about changes any more. */

export interface SettlingLook {
  readonly step: number;
  readonly bottleneckRank: number;
  /** ‖θ‖²/L. */
  readonly normPerLayer: number;
}

/** Steps over which a settled run keeps its rank, and its norm within this share. */
export const settledOver = 1000;
export const settledWithin = 0.005;
/** Steps between two looks. */
const stride = 100;

export interface SettlingWatch {
  /** Whether there should be a look at this step, given the one at which the full ridge came into force (or will have). */
  isDue(step: number, fullRidgeFrom: number): boolean;
  /** Notes a look; true where the run has settled by it. */
  note(look: SettlingLook): boolean;
  /** Begins anew, as after a change of the ridge. */
  forget(): void;
}

/** Watches one run from look to look. Looks under a rising ridge do not count, so there are none. */
export function watchSettling(): SettlingWatch {
  let looks: SettlingLook[] = [];
  return {
    isDue(step, fullRidgeFrom) {
      const last = looks.at(-1);
      return step >= fullRidgeFrom && (last === undefined || step >= last.step + stride);
    },
    note(look) {
      const earlier = looks.at(-1);
      if (earlier && earlier.step >= look.step) looks = [];
      looks.push(look);
      // One look from before the window is kept: the window has to be covered whole.
      const first = looks.findLastIndex(({ step }) => step <= look.step - settledOver);
      if (first < 0) return false;
      looks = looks.slice(first);
      const norms = looks.map(({ normPerLayer }) => normPerLayer);
      return (
        looks.every(({ bottleneckRank }) => bottleneckRank === look.bottleneckRank) &&
        Math.max(...norms) - Math.min(...norms) <= settledWithin * look.normPerLayer
      );
    },
    forget() {
      looks = [];
    },
  };
}
