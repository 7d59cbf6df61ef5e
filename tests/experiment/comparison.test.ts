import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Choices,
  completeExperiment,
  formatComparison,
  parseComparison,
} from '../../src/experiment/index.ts';

const choices: fc.Arbitrary<Choices> = fc.record(
  {
    data: fc.constantFrom('paper-s', 'rings', 'teacher', 'paper-curve', 'digits'),
    depth: fc.integer({ min: 1, max: 48 }),
    lambda: fc.constantFrom(0, 1e-3, 9e-3, 0.05),
    width: fc.integer({ min: 4, max: 128 }),
    seed: fc.integer({ min: 0, max: 9 }),
    init: fc.constantFrom('small', 'uniform', 'he'),
    steps: fc.integer({ min: 100, max: 9000 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Choices>;

describe('a link to two experiments', () => {
  it('opens both again, whatever they are', () => {
    fc.assert(
      fc.property(choices, choices, (left, right) => {
        const read = parseComparison(formatComparison(left, right));
        expect(completeExperiment(read.left.choices)).toEqual(completeExperiment(left));
        expect(completeExperiment(read.right.choices)).toEqual(completeExperiment(right));
        expect([...read.left.notices, ...read.right.notices]).toEqual([]);
      }),
    );
  });

  it('names what is the default of the left one alone', () => {
    const [left, right] = [
      { data: 'paper-curve', init: 'small' } as const,
      { data: 'digits', init: 'small' } as const,
    ];
    const read = parseComparison(formatComparison(left, right));
    expect(completeExperiment(read.right.choices)).toEqual(completeExperiment(right));
  });

  it('names of the right one only what differs', () => {
    expect(formatComparison({ depth: 2 }, { depth: 9 })).toContain('depth=2');
    expect(formatComparison({ lambda: 0.02 }, { lambda: 0.02 })).toBe('lambda=0.02');
    const two = new URLSearchParams(formatComparison({ seed: 3 }, { seed: 3, depth: 20 }));
    expect(Object.fromEntries(two)).toEqual({ seed: '3', 'right.depth': '20' });
  });

  it('gives the right one the left one’s fields unless it has its own', () => {
    const { right } = parseComparison('view=compare&lambda=0.02&depth=4&right.depth=13');
    expect(completeExperiment(right.choices)).toMatchObject({ lambda: 0.02, depth: 13 });
  });

  it('says which parameter of the right one could not be used', () => {
    const { left, right } = parseComparison('depth=9&right.depth=200&right.colour=red');
    expect(left.notices).toEqual([]);
    expect(right.notices.map(({ parameter }) => parameter).toSorted()).toEqual([
      'right.colour',
      'right.depth',
    ]);
    expect(completeExperiment(right.choices).depth).toBe(9);
  });

  it('puts the default in place of a bad value, even where the left one has another', () => {
    const { right } = parseComparison('data=teacher&depth=4&right.depth=200');
    expect(completeExperiment(right.choices)).toMatchObject({ data: 'teacher', depth: 13 });
    expect(right.notices[0].parameter).toBe('right.depth');
  });
});
