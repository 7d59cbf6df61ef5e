import { describe, expect, it } from 'vitest';
import { tripointSectors } from '../../../src/charts/class-map/tripoint-mark.ts';

describe('tripointSectors', () => {
  it('turns each sector towards its own region', () => {
    const third = (2 * Math.PI) / 3;
    const around = (angle: number) => [7, 4, 9][Math.floor(((angle + 0.3) / third) % 3)];
    const sectors = tripointSectors({ x: 0, y: 0, classes: [4, 7, 9] }, 10, around);
    expect(sectors.map((sector) => sector.class).sort()).toEqual([4, 7, 9]);
    for (const { class: label, path } of sectors) {
      const [, x1, y1, x2, y2] =
        /^M0,0L([-\d.]+),([-\d.]+)A[\d.]+,[\d.]+ 0 0,1 ([-\d.]+),([-\d.]+)Z$/.exec(path) ?? [];
      const middle = Math.atan2(Number(y1) + Number(y2), Number(x1) + Number(x2));
      expect(around((middle + 2 * Math.PI) % (2 * Math.PI))).toBe(label);
    }
  });

  it('still draws every class when none of the regions is known', () => {
    expect(tripointSectors({ x: 0, y: 0, classes: [0, 1, 2] }, 10, () => undefined)).toHaveLength(
      3,
    );
  });
});
