/** Times all contenders of one kind on one size, by turns, and has their results judged. */
import { type EntryName, entries, type Kind } from './contenders/index.ts';
import { median } from './median.ts';
import type { Batch } from './messages.ts';
import { sizes, stepOperations, taskOf } from './sizes.ts';
import { Station } from './station.ts';

export interface Timing {
  readonly entry: EntryName;
  readonly device: string;
  /** Milliseconds a step: median of the repeats, and the fastest and slowest of them. */
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
  readonly repeats: number;
  readonly stepsPerRepeat: number;
  readonly gigaflops: number;
  /** WebGPU only. */
  readonly dispatchesPerStep?: number;
  /** Milliseconds of JavaScript a step, WebGPU only. */
  readonly encode?: number;
  readonly check: Check;
}

/** The objective after `steps` updates from the common start. */
export interface Check {
  readonly steps: number;
  readonly objective: number;
  readonly expected: number;
  readonly agrees: boolean;
}

export interface Failure {
  readonly entry: EntryName;
  readonly reason: string;
}

export interface Comparison {
  readonly timings: readonly Timing[];
  readonly failures: readonly Failure[];
}

export interface Pace {
  readonly repeats: number;
  /** About how long one repeat takes; slow contenders do single steps. */
  readonly milliseconds: number;
}

const checkedSteps = 20;
/** Who needs longer than this for the steps of the check does single steps, and is judged after them. */
const patience = 3000;
const warmUpMilliseconds = 300;
const tolerance = 1e-3;
/** For contenders so slow that they are judged last. */
const fewestRepeats = 5;

interface Runner {
  readonly entry: EntryName;
  readonly station: Station;
  readonly device: string;
  steps: number;
  perRepeat: number;
  /** Undefined until it has been judged. */
  check: Check | undefined;
  readonly batches: Batch[];
}

/** Where the judge's trajectory starts and goes; `checkedSteps + 1` values. */
export async function judgeSize(size: number): Promise<number[]> {
  const station = new Station();
  try {
    return await station.do('trajectory', { size, steps: checkedSteps });
  } finally {
    station.close();
  }
}

export async function compare(
  size: number,
  kind: Kind,
  wanted: readonly EntryName[],
  expected: readonly number[],
  pace: Pace,
): Promise<Comparison> {
  const failures: Failure[] = [];
  let runners: Runner[] = [];
  const attempt = async (runner: Pick<Runner, 'entry' | 'station'>, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      runner.station.close();
      runners = runners.filter(({ entry }) => entry !== runner.entry);
      failures.push({
        entry: runner.entry,
        reason: error instanceof Error ? error.message : String(error),
      });
    }
  };

  for (const entry of wanted.filter((name) => entries[name].kind === kind)) {
    const station = new Station();
    await attempt({ entry, station }, async () => {
      const device = await station.do('open', { entry, size });
      const runner = { entry, station, device, steps: 0, perRepeat: 1, batches: [] };
      const ready = await warmUp({ ...runner, check: undefined }, expected, pace);
      runners.push(ready);
    });
  }
  for (let repeat = 0; repeat < pace.repeats; repeat++) {
    for (const runner of runners.filter(({ check }) => check || repeat < fewestRepeats)) {
      await attempt(runner, async () => {
        runner.batches.push(await train(runner, runner.perRepeat));
      });
    }
  }
  for (const runner of [...runners]) {
    await attempt(runner, async () => {
      runner.check ??= await judge(runner, expected);
    });
    runner.station.close();
  }
  const operations = stepOperations(taskOf(sizes[size]).problem);
  return { timings: runners.map((runner) => timingOf(runner, operations)), failures };
}

async function train(runner: Runner, steps: number): Promise<Batch> {
  runner.steps += steps;
  return runner.station.do('train', { steps });
}

async function judge({ station, steps }: Runner, expected: readonly number[]): Promise<Check> {
  const objective = await station.do('judge', {});
  const value = expected[steps];
  const agrees = Math.abs(objective - value) <= tolerance * Math.abs(value);
  return { steps, objective, expected: value, agrees };
}

/** Compiles and warms everything, takes the steps of the check where that is quick, and sees how many steps make a repeat. */
async function warmUp(runner: Runner, expected: readonly number[], pace: Pace): Promise<Runner> {
  await train(runner, 1);
  let { milliseconds } = await train(runner, 1);
  if (milliseconds * (checkedSteps - 2) < patience) {
    const batch = await train(runner, checkedSteps - 2);
    milliseconds = batch.milliseconds / (checkedSteps - 2);
    runner.check = await judge(runner, expected);
    // Until the browser's optimising compilers have had their turn.
    const more = Math.floor(warmUpMilliseconds / Math.max(milliseconds, 0.001));
    if (more > 0) milliseconds = (await train(runner, more)).milliseconds / more;
    runner.perRepeat = Math.max(1, Math.round(pace.milliseconds / Math.max(milliseconds, 0.001)));
  }
  return runner;
}

function timingOf(runner: Runner, operations: number): Timing {
  const { entry, device, perRepeat, batches, check } = runner;
  if (check === undefined) throw new Error(`${entry} was not judged.`);
  const perStep = (value: (batch: Batch) => number) =>
    batches.map((batch) => value(batch) / perRepeat);
  const times = perStep(({ milliseconds }) => milliseconds);
  const middle = median(times);
  return {
    entry,
    device,
    median: middle,
    fastest: Math.min(...times),
    slowest: Math.max(...times),
    repeats: times.length,
    stepsPerRepeat: perRepeat,
    gigaflops: operations / middle / 1e6,
    ...(entries[entry].kind === 'gpu' && {
      dispatchesPerStep: median(perStep(({ dispatches }) => dispatches)),
      encode: median(perStep(({ busy }) => busy)),
    }),
    check,
  };
}
