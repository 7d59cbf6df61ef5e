import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readList, writeList } from '../../../src/ui/sweep/list-text.ts';

const depths = { min: 1, max: 48, integer: true };
const lambdas = { min: 0, max: 1, integer: false };

describe('readList', () => {
  it('reads numbers and ranges, whatever separates them', () => {
    expect(readList('2, 4; 8-10  12', depths).values).toEqual([2, 4, 8, 9, 10, 12]);
    expect(readList('2–8:3，20', depths).values).toEqual([2, 5, 8, 20]);
    expect(readList('0.03 1e-2', lambdas).values).toEqual([0.01, 0.03]);
  });

  it('has each number once, in ascending order', () => {
    expect(readList('9, 2, 9, 2-3', depths).values).toEqual([2, 3, 9]);
  });

  it('names what it cannot read or what lies outside the range', () => {
    for (const bad of ['two', '0', '49', '2.5', '8-4', '2-60', '2-9:0x']) {
      expect(readList(`3, ${bad}`, depths)).toEqual({ values: [], problem: bad });
    }
    expect(readList('1-2', lambdas).problem).toBe('1-2');
  });

  it('reads an empty text as no numbers', () => {
    expect(readList('  ', depths)).toEqual({ values: [], problem: undefined });
  });

  it('reads back whatever was written', () => {
    const lists = fc.uniqueArray(fc.integer({ min: 1, max: 48 }), { minLength: 1 });
    fc.assert(
      fc.property(lists, (list) => {
        const ascending = list.toSorted((a, b) => a - b);
        expect(readList(writeList(ascending), depths).values).toEqual(ascending);
      }),
    );
    expect(writeList([2, 3, 4, 8, 9])).toBe('2-4, 8, 9');
  });
});
