/** What a run leaves behind in results.json. */
import type { Comparison, Timing } from './compare.ts';
import type { EntryName } from './contenders/index.ts';
import type { Encoding, Endurance, Figure2, SpectraTime, Stall } from './messages.ts';
import type { Size } from './sizes.ts';

export interface Results {
  readonly version: 1;
  readonly machine: Machine;
  readonly sizes: readonly SizeResult[];
  /** GFLOP/s of the wasm engine's matrix product on in-cache data, measured before and after the sizes. */
  readonly roofline: readonly number[];
  /** JavaScript of a step at L = 20, without an emulated GPU in its way. */
  readonly encoding: readonly Encoding[];
  readonly figure2: readonly Figure2[];
  /** Milliseconds from navigation to the last step of Figure 2(d) on the real page, one each visit. */
  readonly pageOpenToSettled: readonly number[];
  readonly endurance: Endurance | undefined;
  readonly spectra: SpectraTime | undefined;
  readonly stall: Stall | undefined;
  /** What could not be measured, and why. */
  readonly failures: readonly string[];
  readonly seconds: number;
}

export interface Machine {
  readonly date: string;
  readonly revision: string;
  readonly cpu: string;
  readonly cores: number;
  readonly system: string;
  readonly browser: string;
  readonly adapter: string;
  /** One-minute load average at the start and at the end. */
  readonly load: readonly number[];
}

export interface SizeResult extends Comparison {
  readonly size: Size;
  /** Floating-point operations of one step. */
  readonly operations: number;
}

export function timingOf(result: SizeResult, entry: EntryName): Timing | undefined {
  return result.timings.find((timing) => timing.entry === entry);
}

/** The fastest of `others` that computed the right thing. */
export function fastest(result: SizeResult, others: readonly EntryName[]): Timing | undefined {
  return result.timings
    .filter(({ entry, check }) => others.includes(entry) && check.agrees)
    .toSorted((a, b) => a.median - b.median)[0];
}

/** How many times faster `own` is than the fastest of `others`; undefined where either is missing or `own` is wrong. */
export function ratio(
  result: SizeResult,
  own: EntryName,
  others: readonly EntryName[],
): number | undefined {
  const mine = timingOf(result, own);
  const best = fastest(result, others);
  return mine?.check.agrees && best ? best.median / mine.median : undefined;
}
