import { describe, expect, it } from 'vitest';
import { mapClasses } from '../../../src/analysis/topology/index.ts';
import { evaluating, randomNumbers, randomReluNetwork, square } from './classifiers.ts';
import { expectConsistent, isInside } from './expectations.ts';

const side = 6;
const networks = [
  { seed: 1, sizes: [16, 4] },
  { seed: 2, sizes: [12, 12, 4] },
  { seed: 3, sizes: [20, 20, 20, 3] },
  { seed: 4, sizes: [16, 16, 16, 16, 5] },
  { seed: 5, sizes: [8, 4] },
  { seed: 6, sizes: [10, 10, 6] },
];

describe.each(networks)(
  'a random ReLU network of layers $sizes (seed $seed)',
  ({ seed, sizes }) => {
    const logits = randomReluNetwork(seed, sizes);
    const classCount = sizes[sizes.length - 1];
    const mapped = mapClasses(evaluating(logits), { domain: square, classCount, fine: 192 });
    const argmax = (x: number, y: number) => {
      const z = logits(x, y);
      return z.indexOf(Math.max(...z));
    };

    it('has regions that tile the domain, with their boundaries as edges', async () => {
      expectConsistent(await mapped);
    });

    it('has equal logits along its boundaries: within a cell always, within a twentieth mostly', async () => {
      const { boundaries } = await mapped;
      const cell = side / 192;
      let points = 0;
      let close = 0;
      for (const boundary of boundaries) {
        const [a, b] = boundary.classes;
        const lead = (u: number, v: number) => logits(u, v)[a] - logits(u, v)[b];
        const changesSign = (x: number, y: number, radius: number) => {
          const around = Array.from({ length: 32 }, (_, k) => (k * Math.PI) / 16).map((angle) =>
            lead(x + radius * Math.cos(angle), y + radius * Math.sin(angle)),
          );
          return Math.min(...around) < 0 && Math.max(...around) > 0;
        };
        for (let i = 0; i < boundary.points.length; i += 2) {
          const [x, y] = [boundary.points[i], boundary.points[i + 1]];
          expect(changesSign(x, y, Math.SQRT2 * cell)).toBe(true);
          points++;
          if (changesSign(x, y, cell / 20)) close++;
        }
      }
      expect(points).toBeGreaterThan(10);
      expect(close / points).toBeGreaterThan(0.75);
    });

    it('has the winning class inside each region, away from the boundaries', async () => {
      const { regions } = await mapped;
      const random = randomNumbers(seed);
      const cell = side / 192;
      let checked = 0;
      while (checked < 400) {
        const [x, y] = [side * (random() - 0.5), side * (random() - 0.5)];
        const label = argmax(x, y);
        const isClear = Array.from({ length: 8 }, (_, k) => (k * Math.PI) / 4).every(
          (angle) => argmax(x + cell * Math.cos(angle), y + cell * Math.sin(angle)) === label,
        );
        if (!isClear) continue;
        const owners = regions.filter(({ rings }) => isInside(rings, x, y));
        expect(owners.map((region) => region.class)).toEqual([label]);
        checked++;
      }
    });

    it('has tripoints at which the meeting logits are equal and the others lower', async () => {
      const { tripoints } = await mapped;
      for (const { x, y, classes, spread, margin } of tripoints) {
        const z = logits(x, y);
        const meeting = classes.map((label) => z[label]);
        expect(classes.length).toBeGreaterThanOrEqual(3);
        expect(Math.max(...meeting) - Math.min(...meeting)).toBeLessThan(1e-3);
        expect(spread).toBeLessThan(1e-3);
        expect(margin).toBeGreaterThan(0);
        expect(classes).toContain(argmax(x, y));
      }
    });
  },
);

it('finds the same tripoints on a coarse grid as on a fine one', async () => {
  let found = 0;
  for (let seed = 11; seed < 17; seed++) {
    const evaluate = evaluating(randomReluNetwork(seed, [12, 12, 4]));
    const coarse = await mapClasses(evaluate, {
      domain: square,
      classCount: 4,
      coarse: 48,
      fine: 96,
    });
    const fine = await mapClasses(evaluate, {
      domain: square,
      classCount: 4,
      coarse: 96,
      fine: 384,
    });
    expect(coarse.tripoints).toHaveLength(fine.tripoints.length);
    for (const { x, y } of fine.tripoints) {
      const nearest = Math.min(...coarse.tripoints.map((p) => Math.hypot(p.x - x, p.y - y)));
      expect(nearest).toBeLessThan(side / 1000);
      found++;
    }
  }
  expect(found).toBeGreaterThan(3);
});

it.each([99, 107])(
  'finds tripoints that hide behind kinks from a very coarse grid (seed %i)',
  async (seed) => {
    const evaluate = evaluating(randomReluNetwork(seed, [12, 12, 4]));
    const coarse = await mapClasses(evaluate, {
      domain: square,
      classCount: 4,
      coarse: 24,
      fine: 24,
    });
    const fine = await mapClasses(evaluate, {
      domain: square,
      classCount: 4,
      coarse: 96,
      fine: 384,
    });
    expect(fine.tripoints.length).toBeGreaterThan(1);
    expect(coarse.tripoints).toHaveLength(fine.tripoints.length);
  },
);
