import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowPadding, sharingPlans } from '../../../src/engine/webgpu/plan.ts';

describe('the tiles of a plan in which invocations share what they read', () => {
  it('fit the widest layer: few columns of a tile lie beyond it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 256 }), (widest) => {
        const [{ quads, outputQuads }] = sharingPlans(widest);
        for (const tile of [quads, outputQuads]) {
          expect(Math.ceil(widest / tile) * tile).toBeLessThan(1.25 * widest + 1);
        }
      }),
    );
  });

  it('are large, for reading is dear, but no larger than compiles in time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 256 }), (widest) => {
        const [{ rows, quads, inputQuads, outputQuads }] = sharingPlans(widest);
        expect(rows).toBe(rowPadding);
        expect(quads).toBeGreaterThanOrEqual(4);
        expect(quads).toBeLessThanOrEqual(13);
        expect(inputQuads * outputQuads).toBeLessThanOrEqual(10);
      }),
    );
  });
});
