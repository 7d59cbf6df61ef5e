import { describe, expect, it } from 'vitest';
import { curveSection } from '../../../src/cli/reproduction/figure-3.ts';
import { claimsOf } from './made-up-report.ts';

describe('the verdict on Figure 3 (B, C)', () => {
  it('is by the distance that is left', () => {
    const judge = (after: (depth: number) => number) =>
      claimsOf(curveSection, [0], ({ depth }) => ({
        findings: { kind: 'curve', distanceBefore: 0.5, distanceAfter: after(depth) },
      })).map(({ holds }) => holds);
    expect(judge((depth) => (depth === 6 ? 0.02 : 0.2))).toEqual([true, true]);
    expect(judge(() => 0.05)).toEqual([false, false]);
  });

  it('does not take a diverged run for one that lands or stays', () => {
    const claims = claimsOf(curveSection, [0], () => ({ findings: { kind: 'none' } }));
    expect(claims.map(({ holds }) => holds)).toEqual([false, false]);
  });
});
