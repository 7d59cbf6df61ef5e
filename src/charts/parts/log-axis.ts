import { figure, powerOfTen } from '../figures.ts';

/** The exponents of the powers of ten within [low, high], thinned to at most `most` of them. */
export function decades(low: number, high: number, most: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-6);
  const last = Math.floor(Math.log10(high) + 1e-6);
  const stride = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, most)));
  const exponents: number[] = [];
  // Counted from 10⁰, so that 1 stays on the axis whichever way it grows.
  for (let e = first; e <= last; e++) if (e % stride === 0) exponents.push(e);
  return exponents;
}

export interface LogTick {
  readonly value: number;
  readonly label: string;
}

/**
 * Ticks for a log axis: the powers of ten, thinned where there are too many, and multiples of
 * them between where the axis is short.
 */
export function logTicks(low: number, high: number, most: number): LogTick[] {
  const exponents = decades(low, high, most);
  for (const multiples of [
    [1, 2, 5],
    [1, 3],
  ]) {
    const ticks = multiplesWithin(low, high, multiples);
    const isRoomy = ticks.length <= Math.min(most, 7);
    if (isRoomy || (exponents.length < 2 && multiples.length === 2)) return ticks;
  }
  return exponents.map((e) => ({ value: 10 ** e, label: powerOfTen(e) }));
}

function multiplesWithin(low: number, high: number, multiples: readonly number[]): LogTick[] {
  const ticks: LogTick[] = [];
  for (let e = Math.floor(Math.log10(low)); e <= Math.ceil(Math.log10(high)); e++) {
    for (const multiple of multiples) {
      const value = Number((multiple * 10 ** e).toPrecision(1));
      if (value >= low * 0.999 && value <= high * 1.001)
        ticks.push({ value, label: figure(value) });
    }
  }
  return ticks;
}

/** The next smaller and the next greater of 1, 2 and 5 times a power of ten. */
export function roundLogDomain(low: number, high: number): [number, number] {
  return [roundLog(low, false), roundLog(high, true)];
}

function roundLog(value: number, up: boolean): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const mantissa = value / power;
  const choices = up ? [1, 2, 5, 10] : [5, 2, 1];
  const chosen = choices.find((c) => (up ? mantissa <= c * 1.0001 : mantissa >= c * 0.9999));
  return Number(((chosen ?? 1) * power).toPrecision(3));
}
