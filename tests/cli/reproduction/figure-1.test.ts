import { describe, expect, it } from 'vitest';
import { figure1 } from '../../../src/cli/reproduction/figure-1.ts';
import { claimsOf } from './made-up-report.ts';

const seeds = [0, 1, 2, 3, 4];
const good = [1.3, 1.2, 1.1, 1, 0.1];

interface Found {
  readonly spectra?: readonly (readonly number[])[];
  readonly nonlinearity?: readonly number[];
  readonly collapsed?: readonly number[];
}

function judge({ spectra = [], nonlinearity = new Array(13).fill(0.01), collapsed = [] }: Found) {
  return claimsOf(figure1, seeds, ({ seed, depth }) => ({
    weightSingularValues: Array.from({ length: depth }, () => spectra[seed] ?? good),
    collapsed: collapsed.includes(seed),
    findings: { kind: 'teacher', trueRank: 4, trainingError: 0, testError: 0, nonlinearity },
  })).map(({ holds }) => holds);
}

describe('the verdict on Figure 1', () => {
  it('allows one seed of five to miss, and no more', () => {
    const bad = [1.3, 1.2, 1.1, 0.5];
    expect(judge({ spectra: [good, good, good, good, bad] })).toEqual([true, true, true]);
    expect(judge({ spectra: [good, good, good, bad, bad] })).toEqual([false, true, true]);
  });

  it('allows a fifth direction, but none in between and no sixth', () => {
    const every = (spectrum: number[]) => judge({ spectra: new Array(5).fill(spectrum) })[0];
    expect(every([1.3, 1.2, 1.1, 1, 0.95, 0.1])).toBe(true);
    expect(every([1.3, 1.2, 1.1, 1, 0.5])).toBe(false);
    expect(every([1, 1, 1, 1, 1, 1])).toBe(false);
  });

  it('looks at the nonlinearity of the middle layers only', () => {
    const ends = [0.5, 0.1, 0.1, 0.1, 0, 0, 0, 0, 0, 0.1, 0.1, 0.3, 0.4];
    expect(judge({ nonlinearity: ends })[1]).toBe(true);
    expect(judge({ nonlinearity: ends.with(6, 0.03) })[1]).toBe(false);
  });

  it('forgives no collapse', () => {
    expect(judge({ collapsed: [3] })[2]).toBe(false);
  });
});
