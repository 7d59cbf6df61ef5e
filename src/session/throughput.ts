/** Measures how fast training runs, and from that how many steps fit into a slice of time. */

export interface Throughput {
  /** Steps to run next, so that they take about `sliceMilliseconds`. */
  readonly sliceSteps: number;
  /** Enough slices have been timed for the rate to be compared with others. */
  readonly isReliable: boolean;
  /** Training steps per second of training time, smoothed; 0 before the first slice. */
  readonly stepsPerSecond: number;
  record(steps: number, milliseconds: number): void;
}

/** Weight of the newest slice in the smoothed rate. */
const freshness = 0.25;
const reliableFrom = 4;

export function measureThroughput(sliceMilliseconds: number): Throughput {
  let stepsPerSecond = 0;
  let slices = 0;
  return {
    get sliceSteps() {
      return Math.max(1, Math.floor((stepsPerSecond * sliceMilliseconds) / 1000));
    },
    get isReliable() {
      return slices >= reliableFrom;
    },
    get stepsPerSecond() {
      return stepsPerSecond;
    },
    record(steps, milliseconds) {
      slices++;
      // A clock of coarse resolution may see no time pass.
      const rate = (1000 * steps) / Math.max(milliseconds, 0.05);
      // The first slice is a single step, of an engine that is still cold: the second one replaces it.
      stepsPerSecond = slices <= 2 ? rate : stepsPerSecond + freshness * (rate - stepsPerSecond);
    },
  };
}
