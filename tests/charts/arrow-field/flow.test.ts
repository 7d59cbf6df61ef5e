import { describe, expect, it } from 'vitest';
import { flow } from '../../../src/charts/arrow-field/flow.ts';

describe('flow', () => {
  it('begins a new row where an item would not fit', () => {
    expect(flow([40, 50, 30], 100)).toEqual({
      places: [
        { x: 0, row: 0 },
        { x: 40, row: 0 },
        { x: 0, row: 1 },
      ],
      rows: 2,
    });
  });

  it('leaves what is wider than the room in a row of its own', () => {
    expect(flow([200, 20], 100).rows).toBe(2);
    expect(flow([], 100).rows).toBe(0);
  });
});
