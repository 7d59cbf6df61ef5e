import { describe, expect, it } from 'vitest';
import { figure2 } from '../../../src/cli/reproduction/figure-2.ts';
import { claimsOf, classes, verdictsOn } from './made-up-report.ts';

const seeds = [0, 1, 2, 3, 4];

describe('the verdict on Figure 2', () => {
  it('asks for bands of all four classes, which a collapsed run does not have', () => {
    const bandsAt20 = (bands: readonly number[] | undefined, collapsed: boolean) =>
      verdictsOn(
        claimsOf(figure2, [0], () => ({ findings: classes(0, bands), collapsed })),
        'L = 20, λ = 0.001',
      );
    expect(bandsAt20([0, 1, 2, 3], false)).toEqual([true]);
    expect(bandsAt20([0, 3, 2, 1], false)).toEqual([true]);
    expect(bandsAt20([0, 1, 2], false)).toEqual([false]);
    expect(bandsAt20([0], true)).toEqual([false]);
    expect(bandsAt20(undefined, false)).toEqual([false]);
  });

  it('asks for exactly three tripoints at two layers, for each ridge by itself', () => {
    const claims = claimsOf(figure2, seeds, ({ depth, lambda, seed }) => ({
      findings: depth === 2 ? classes(lambda === 0 && seed < 2 ? 2 : 3) : classes(0, [0, 1, 2, 3]),
    }));
    expect(verdictsOn(claims, 'Three tripoints', 'λ = 0,')).toEqual([false]);
    expect(verdictsOn(claims, 'Three tripoints', 'λ = 0.001')).toEqual([true]);
    expect(verdictsOn(claims, 'path of classes')).toEqual(new Array(6).fill(true));
  });

  it('says beside every claim and every depth what the paper shows', () => {
    const { claims, tables } = figure2.conclude([0], []);
    expect(claims.every(({ paper }) => paper !== '')).toBe(true);
    expect(tables[0]).toContain('| 9 | none, four bands |');
    expect(tables[0]).toContain('| 13 | not shown |');
  });
});
