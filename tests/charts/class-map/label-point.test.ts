import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains } from '../../../src/charts/class-map/contains.ts';
import { labelPoints, rasterise } from '../../../src/charts/class-map/label-point.ts';

const domain = { x: [0, 10] as const, y: [0, 10] as const };
const box = (left: number, bottom: number, right: number, top: number) =>
  Float32Array.of(left, bottom, right, bottom, right, top, left, top);
const region = (...rings: Float32Array[]) => ({ class: 0, rings, area: 1 });

function place(regions: ReturnType<typeof region>[], obstacles: number[] = []) {
  return labelPoints(rasterise(regions, domain, 64), regions.length, domain, obstacles);
}

describe('labelPoints', () => {
  it('finds the middle of a square region', () => {
    const [point] = place([region(box(2, 2, 8, 8))]);
    expect(point?.x).toBeCloseTo(5, 0);
    expect(point?.y).toBeCloseTo(5, 0);
    expect(point?.clearance).toBeCloseTo(0.3, 1);
  });

  it('stays out of holes', () => {
    const ring = region(box(0, 0, 10, 10), box(1, 1, 9, 9));
    const [point] = place([ring]);
    expect(point && contains(ring.rings, point.x, point.y)).toBe(true);
  });

  it('keeps away from obstacles', () => {
    const [free, blocked] = [
      place([region(box(0, 0, 10, 10))])[0],
      place([region(box(0, 0, 10, 10))], [5, 5])[0],
    ];
    expect(free?.clearance).toBeCloseTo(0.5, 1);
    expect(Math.hypot(Number(blocked?.x) - 5, Number(blocked?.y) - 5)).toBeGreaterThan(2);
  });

  it('gives no place to a region too small for the raster', () => {
    expect(place([region(box(5.001, 5.001, 5.002, 5.002))])).toEqual([undefined]);
  });

  it('lies inside its region, with the promised clearance to the boundary', () => {
    const polygon = fc
      .array(fc.double({ min: 1.5, max: 4.9, noNaN: true }), { minLength: 5, maxLength: 16 })
      .map((radii) =>
        Float32Array.from(
          radii.flatMap((radius, k) => {
            const angle = (2 * Math.PI * k) / radii.length;
            return [5 + radius * Math.cos(angle), 5 + radius * Math.sin(angle)];
          }),
        ),
      );
    fc.assert(
      fc.property(polygon, (ring) => {
        const [point] = place([region(ring)]);
        expect(point).toBeDefined();
        if (point === undefined) return;
        // King's moves are longer than straight lines by 8 % at most; a cell more for the raster.
        const sure = (point.clearance * 10) / 1.09 - 10 / 64;
        for (let k = 0; k < 32; k++) {
          const angle = (2 * Math.PI * k) / 32;
          const [x, y] = [point.x + sure * Math.cos(angle), point.y + sure * Math.sin(angle)];
          if (sure > 0) expect(contains([ring], x, y)).toBe(true);
        }
        expect(contains([ring], point.x, point.y)).toBe(true);
      }),
    );
  });
});

describe('rasterise', () => {
  it('gives every cell to the region that contains its centre', () => {
    const regions = [region(box(0, 0, 4, 10)), region(box(4, 0, 10, 7)), region(box(4, 7, 10, 10))];
    const { size, regions: cells } = rasterise(regions, domain, 32);
    cells.forEach((owner, cell) => {
      const [x, y] = [((cell % size) + 0.5) / 3.2, (Math.floor(cell / size) + 0.5) / 3.2];
      expect(owner).toBe(regions.findIndex(({ rings }) => contains(rings, x, y)));
    });
  });
});
