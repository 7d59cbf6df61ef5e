import { describe, expect, it } from 'vitest';
import { familyOf, withCost } from '../../../src/ui/pictures/settled-costs.ts';

describe('costs at which networks came to rest', () => {
  it('belong together across depths and whatever changes only what is seen', () => {
    const family = familyOf({ data: 'circle', lambda: 1e-3, depth: 4 });
    expect(familyOf({ lambda: 1e-3, depth: 9, data: 'circle', threshold: 0.2 })).toBe(family);
    expect(familyOf({ lambda: 2e-3, depth: 4, data: 'circle' })).not.toBe(family);
    expect(familyOf({ lambda: 1e-3, depth: 4, data: 'circle', seed: 1 })).not.toBe(family);
  });

  it('are the newest of each depth', () => {
    const once = withCost(withCost([], { depth: 4, cost: 13 }), { depth: 9, cost: 5 });
    expect(withCost(once, { depth: 4, cost: 12 })).toEqual([
      { depth: 9, cost: 5 },
      { depth: 4, cost: 12 },
    ]);
  });
});
