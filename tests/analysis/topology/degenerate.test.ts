import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjacencyOrder, mapClasses } from '../../../src/analysis/topology/index.ts';
import { evaluating, randomNumbers, square, twoClasses } from './classifiers.ts';
import { bettiNumbers, domainArea, expectConsistent } from './expectations.ts';

const options = { domain: square, classCount: 4, fine: 96 } as const;

describe('a collapsed network', () => {
  it.each([
    ['all equal', () => [0.25, 0.25, 0.25, 0.25]],
    ['all zero', () => [0, 0, 0, 0]],
    [
      'equal but for float32 noise',
      (x: number, y: number) => [1, 1 + 1e-7 * Math.sin(99 * x), 1, 1 + 1e-7 * Math.sin(57 * y)],
    ],
  ])('is one region without boundary or tripoint when its logits are %s', async (_, logits) => {
    const topology = await mapClasses(evaluating(logits), options);
    expect(topology.regions).toHaveLength(1);
    expect(topology.regions[0].class).toBe(0);
    expect(topology.regions[0].area).toBeCloseTo(domainArea(topology), 12);
    expect(topology.labelsPresent).toEqual([0]);
    expect(topology.boundaries).toEqual([]);
    expect(topology.tripoints).toEqual([]);
    expect(topology.evaluations).toBe(49 ** 2);
    expect(adjacencyOrder(topology)).toEqual([0]);
  });

  it('still shows its topology when its logits are merely small', async () => {
    const topology = await mapClasses(
      evaluating((x, y) => [x, -x, y, -y].map((z) => 1e-12 * z)),
      options,
    );
    expect(topology.labelsPresent).toEqual([0, 1, 2, 3]);
    expect(topology.tripoints.map(({ classes }) => classes)).toEqual([[0, 1, 2, 3]]);
  });
});

describe('ties', () => {
  it.each([
    ['the first class', (x: number) => [-(x ** 2), 0]],
    ['the second class', (x: number) => [0, -(x ** 2)]],
  ])('along a grid line leave no region when %s only touches the other', async (_, logits) => {
    const topology = await mapClasses(
      evaluating((x) => logits(x)),
      { ...options, classCount: 2 },
    );
    expectConsistent(topology);
    expect(topology.regions).toHaveLength(1);
    expect(topology.boundaries).toEqual([]);
  });

  it('at a single grid vertex leave no region', async () => {
    const topology = await mapClasses(
      evaluating((x, y) => [-(x ** 2) - y ** 2, 0]),
      { ...options, classCount: 2 },
    );
    expectConsistent(topology);
    expect(topology.regions.map((region) => region.class)).toEqual([1]);
  });

  it('over an area go to the lower-numbered class', async () => {
    const dead = (x: number, y: number) => [0, Math.max(0, x - 0.5), Math.max(0, y - 0.5)];
    const topology = await mapClasses(evaluating(dead), { ...options, classCount: 3 });
    expectConsistent(topology);
    expect(topology.labelsPresent).toEqual([0, 1, 2]);
    expect(topology.regions[0].area).toBeCloseTo(3.5 ** 2, 6);
    // three classes meet at the corner only because of how the tie is broken
    expect(topology.tripoints).toEqual([]);
    expect(topology.unverified).toBeGreaterThan(0);
  });

  it('of boundaries that coincide with grid lines change nothing', async () => {
    const topology = await mapClasses(
      evaluating((x, y) => [x, -x, y - 10]),
      { ...options, classCount: 3 },
    );
    expectConsistent(topology);
    expect(topology.regions.map(({ area }) => area)).toEqual([18, 18]);
  });

  it('let discs that touch each other stay two or become one, consistently', async () => {
    const touching = twoClasses((x, y) =>
      Math.max(1 - Math.hypot(x - 1, y), 1 - Math.hypot(x + 1, y)),
    );
    const topology = await mapClasses(evaluating(touching), { ...options, classCount: 2 });
    expectConsistent(topology);
    const [pieces] = bettiNumbers(topology, 1);
    expect([1, 2]).toContain(pieces);
    expect(bettiNumbers(topology, 0)).toEqual([1, pieces]);
  });
});

describe('any function whatever', () => {
  /** Independent logits at every grid vertex, few enough values that ties abound. */
  const noise = (seed: number, classCount: number, values: number) => (x: number, y: number) => {
    const random = randomNumbers(
      seed + Math.round((x + 3) * 1000) * 7919 + Math.round((y + 3) * 1000) * 104729,
    );
    random();
    return Array.from({ length: classCount }, () => Math.floor(values * random()));
  };

  it('gives regions that tile the domain and boundaries that are their edges', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1e6),
        fc.integer({ min: 2, max: 6 }),
        fc.constantFrom(2, 3, 5, 1e6),
        fc.constantFrom([4, 4], [8, 8], [4, 16]),
        async (seed, classCount, values, [coarse, fine]) => {
          const topology = await mapClasses(evaluating(noise(seed, classCount, values)), {
            domain: square,
            classCount,
            coarse,
            fine,
            locateTripoints: false,
          });
          expectConsistent(topology, { hasTies: values < 100 });
        },
      ),
      { seed: 2305, numRuns: 150 },
    );
  });
});

describe('a junction that only the interpolation shows', () => {
  it('is dropped and counted', async () => {
    // class 2 lies below the others everywhere, but above the chords of their parabolas
    const nearly = (x: number, y: number) => [
      -((x - 1.125) ** 2),
      -((x + 0.875) ** 2),
      -1.008 - 0.002 * y * y,
    ];
    const grids = { domain: square, classCount: 3, coarse: 24, fine: 24 };
    const estimated = await mapClasses(evaluating(nearly), { ...grids, locateTripoints: false });
    expect(estimated.tripoints.length).toBeGreaterThan(0);
    const { tripoints, unverified } = await mapClasses(evaluating(nearly), grids);
    expect(tripoints).toEqual([]);
    expect(unverified).toBeGreaterThan(0);
  });
});

describe('what cannot be mapped', () => {
  it('is refused when a logit is not finite', async () => {
    const broken = evaluating((x) => [0, x > 2 ? NaN : x]);
    await expect(mapClasses(broken, { ...options, classCount: 2 })).rejects.toThrow(
      /class 1 is NaN/,
    );
  });

  it('is refused when the network has another number of classes', async () => {
    const three = evaluating(() => [0, 1, 2]);
    await expect(mapClasses(three, options)).rejects.toThrow(
      /7203 logits for 2401 points and 4 classes/,
    );
  });

  it('is refused when the grids do not nest or the domain is empty', async () => {
    const zero = evaluating(() => [0, 0, 0, 0]);
    await expect(mapClasses(zero, { ...options, coarse: 48, fine: 100 })).rejects.toThrow(
      RangeError,
    );
    await expect(
      mapClasses(zero, { ...options, domain: { x: [1, 1], y: [0, 1] } }),
    ).rejects.toThrow(RangeError);
  });

  it('passes on what the network itself throws', async () => {
    const lost = async () => Promise.reject(new Error('device lost'));
    await expect(mapClasses(lost, options)).rejects.toThrow('device lost');
  });
});
