import { describe, expect, it } from 'vitest';
import { digitsSection } from '../../../src/cli/reproduction/digits.ts';
import type { Experiment } from '../../../src/experiment/index.ts';
import { claimsOf, reportsOn, verdictsOn } from './made-up-report.ts';

const seeds = [0, 1, 2, 3, 4];
const found = (left: (experiment: Experiment) => number) => (experiment: Experiment) => ({
  findings: { kind: 'digits' as const, errorRatio: left(experiment), noise: 0.5 },
});
const judge = (left: (experiment: Experiment) => number) =>
  claimsOf(digitsSection, seeds, found(left));

describe('the verdict on Figure 3 (A)', () => {
  it('asks that half the error be gone at five layers, for four seeds of five', () => {
    const missing = (count: number) =>
      verdictsOn(
        judge(({ seed }) => (seed < count ? 0.51 : 0.5)),
        'at most half',
      );
    expect(missing(1)).toEqual([true, true]);
    expect(missing(2)).toEqual([false, false]);
  });

  it('asks that more be left at two layers, for every seed', () => {
    const shallow = (left: (seed: number) => number) =>
      verdictsOn(
        judge(({ depth, seed }) => (depth === 2 ? left(seed) : 0.4)),
        'more is left',
      );
    expect(shallow(() => 0.5)).toEqual([true, true]);
    expect(shallow((seed) => (seed === 4 ? 0.39 : 0.5))).toEqual([false, false]);
  });

  it('compares the depths under each penalty by itself', () => {
    const claims = judge(({ depth, ridge }) => (depth === 2 && ridge === 'undivided' ? 0.3 : 0.4));
    expect(verdictsOn(claims, 'more is left', '10⁻⁴‖θ‖²')).toEqual([false]);
    const other = judge(({ depth, ridge }) => (depth === 2 && ridge !== 'undivided' ? 0.5 : 0.4));
    expect(verdictsOn(other, 'more is left', 'the page’s penalty')).toEqual([true]);
  });

  it('discloses the penalty of every row', () => {
    const table = digitsSection.settings(
      seeds,
      reportsOn(
        digitsSection,
        seeds,
        found(() => 0.4),
      ),
    );
    expect(table).toContain('0.005 ‖θ‖² (λ/L, λ = 0.01, L = 2)');
    expect(table).toContain('0.002 ‖θ‖² (λ/L, λ = 0.01, L = 5)');
    expect(table.match(/0\.0001 ‖θ‖² \(λ, not divided by L\)/g)).toHaveLength(2);
  });
});
