import { describe, expect, it } from 'vitest';
import { uniformStart } from '../../../src/cli/reproduction/uniform-start.ts';
import { claimsOf, classes, verdictsOn } from './made-up-report.ts';

const seeds = [0, 1, 2, 3, 4];
const known: Readonly<Record<number, number>> = {
  2: 0.1297,
  3: 0.0768,
  4: 0.0592,
  5: 0.0529,
  6: 0.0476,
  9: 0.0442,
};

/** @param dearer for these seeds of a single start at nine layers, the total as a multiple of what is known */
function judge(dearer: Readonly<Record<number, number>>, collapsed: readonly number[] = []) {
  const claims = claimsOf(uniformStart, seeds, ({ depth, seed, starts }) => {
    const isMeant = depth === 9 && starts === 1;
    return {
      findings: classes(0),
      totalLoss: known[depth] * (isMeant ? (dearer[seed] ?? 1) : 1),
      collapsed: isMeant && collapsed.includes(seed),
    };
  });
  return {
    claims,
    middle: verdictsOn(claims, 'One uniform start, L = 9', 'the middle')[0],
    every: verdictsOn(claims, 'One uniform start, L = 9', 'every seed')[0],
  };
}

describe('the verdict on the uniform start', () => {
  it('takes the middle seed for like, and tells of the others', () => {
    expect(judge({})).toMatchObject({ middle: true, every: true });
    expect(judge({ 1: 1.04, 3: 30 })).toMatchObject({ middle: true, every: false });
    expect(judge({ 0: 1.04, 1: 1.04, 3: 30 })).toMatchObject({ middle: false, every: false });
  });

  it('lets a total be lower than it was, and higher by less than 3 %', () => {
    const all = (factor: number) => judge(Object.fromEntries(seeds.map((seed) => [seed, factor])));
    expect(all(0.9)).toMatchObject({ middle: true, every: true });
    expect(all(1.029)).toMatchObject({ middle: true, every: true });
    expect(all(1.031)).toMatchObject({ middle: false, every: false });
  });

  it('counts collapsed runs apart from those that are merely dearer', () => {
    const { claims } = judge({ 1: 1.065, 3: 30, 4: 30 }, [3, 4]);
    const claim = claims.find(({ claim: text }) => text.includes('L = 9: every seed'));
    expect(claim?.found).toBe('2 of 5 seeds; 6.5 % at worst; 2 collapsed to zero');
  });

  it('judges the cheapest of four starts by itself', () => {
    const { claims } = judge({ 0: 30, 1: 30, 2: 30 });
    expect(verdictsOn(claims, 'cheapest of 4')).toEqual(new Array(6).fill(true));
  });
});
