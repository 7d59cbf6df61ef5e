import { describe, expect, it } from 'vitest';
import {
  adjacencyIsPath,
  adjacencyOrder,
  mapClasses,
} from '../../../src/analysis/topology/index.ts';
import { bands, evaluating, square, twoClasses, voronoi } from './classifiers.ts';
import { bettiNumbers, expectConsistent, regionsOf, signedArea } from './expectations.ts';

describe('ordered bands', () => {
  const slanted = bands(4, (x, y) => 1.5 + 0.8 * x + 0.3 * y);

  it('have no tripoint and their classes in order', async () => {
    const topology = await mapClasses(evaluating(slanted), {
      domain: square,
      classCount: 4,
      fine: 96,
    });
    expectConsistent(topology);
    expect(topology.tripoints).toEqual([]);
    expect(topology.unverified).toBe(0);
    expect(adjacencyIsPath(topology)).toBe(true);
    expect(adjacencyOrder(topology)).toEqual([0, 1, 2, 3]);
  });

  it('have boundaries that are straight where the true ones are', async () => {
    const { boundaries } = await mapClasses(evaluating(slanted), {
      domain: square,
      classCount: 4,
      fine: 96,
    });
    expect(boundaries.map(({ classes }) => classes.join())).toEqual(['0,1', '1,2', '2,3']);
    for (const { classes, points, closed } of boundaries) {
      expect(closed).toBe(false);
      expect(points).toHaveLength(4);
      for (let i = 0; i < points.length; i += 2) {
        const level = 1.5 + 0.8 * points[i] + 0.3 * points[i + 1];
        expect(Math.abs(level - classes[0] - 0.5)).toBeLessThan(1e-4);
      }
    }
  });

  it('keep the lower class to the left of the boundary', async () => {
    const { boundaries } = await mapClasses(evaluating(slanted), {
      domain: square,
      classCount: 4,
      fine: 96,
    });
    for (const { points } of boundaries) {
      const [x0, y0, x1, y1] = points;
      const leftward = [-(y1 - y0), x1 - x0];
      expect(0.8 * leftward[0] + 0.3 * leftward[1]).toBeLessThan(0);
    }
  });

  it('stay whole and in order where one is far thinner than a cell', async () => {
    const positions = [-1.1, 0.4, 0.404, 1.7];
    const thin = (x: number, y: number) => {
      const level = x + 0.37 * y;
      let logit = 0;
      return [0, ...positions.map((at, c) => (logit += (c + 1) * (level - at)))];
    };
    const topology = await mapClasses(evaluating(thin), {
      domain: square,
      classCount: 5,
      fine: 96,
    });
    expectConsistent(topology);
    expect(topology.tripoints).toEqual([]);
    expect(adjacencyOrder(topology)).toEqual([0, 1, 2, 3, 4]);
    for (let label = 0; label < 5; label++) expect(bettiNumbers(topology, label)).toEqual([1, 0]);
  });
});

describe('a disc', () => {
  const radius = 1.3;
  const disc = twoClasses((x, y) => radius ** 2 - (x - 0.2) ** 2 - (y + 0.3) ** 2);

  it('leaves one hole in the region around it and one closed boundary', async () => {
    const topology = await mapClasses(evaluating(disc), {
      domain: square,
      classCount: 2,
      fine: 192,
    });
    expectConsistent(topology);
    expect(bettiNumbers(topology, 0)).toEqual([1, 1]);
    expect(bettiNumbers(topology, 1)).toEqual([1, 0]);
    expect(topology.boundaries.map(({ closed }) => closed)).toEqual([true]);
    expect(topology.tripoints).toEqual([]);
  });

  it('has its true area to a thousandth, filled or as outlined', async () => {
    const topology = await mapClasses(evaluating(disc), {
      domain: square,
      classCount: 2,
      fine: 192,
    });
    const [region] = regionsOf(topology, 1);
    const area = Math.PI * radius ** 2;
    expect(Math.abs(region.area / area - 1)).toBeLessThan(1e-3);
    expect(Math.abs(signedArea(region.rings[0]) / area - 1)).toBeLessThan(1e-3);
  });
});

describe('Betti numbers', () => {
  it('count nested rings', async () => {
    const rings = bands(4, (x, y) => Math.hypot(x, y) - 0.2);
    const topology = await mapClasses(evaluating(rings), {
      domain: square,
      classCount: 4,
      fine: 96,
    });
    expectConsistent(topology);
    expect([0, 1, 2].map((label) => bettiNumbers(topology, label))).toEqual([
      [1, 0],
      [1, 1],
      [1, 1],
    ]);
    expect(bettiNumbers(topology, 3)).toEqual([1, 1]);
    expect(adjacencyOrder(topology)).toEqual([0, 1, 2, 3]);
  });

  it('count the pieces of a class and give each hole to the piece around it', async () => {
    // two annuli of class 1, a disc of class 1 in the hole of the first
    const profile = (r: number) => Math.max(Math.min(r - 0.7, 1.3 - r), 0.3 - r);
    const f = (x: number, y: number) =>
      Math.max(
        profile(Math.hypot(x + 1.5, y)),
        Math.min(Math.hypot(x - 1.5, y) - 0.5, 1.1 - Math.hypot(x - 1.5, y)),
      );
    const topology = await mapClasses(evaluating(twoClasses(f)), {
      domain: square,
      classCount: 2,
      fine: 192,
    });
    expectConsistent(topology);
    expect(bettiNumbers(topology, 1)).toEqual([3, 2]);
    expect(bettiNumbers(topology, 0)).toEqual([3, 3]);
    const areas = regionsOf(topology, 1).map(({ area }) => area / Math.PI);
    [1.3 ** 2 - 0.7 ** 2, 1.1 ** 2 - 0.5 ** 2, 0.3 ** 2].forEach((area, i) => {
      expect(Math.abs(areas[i] / area - 1)).toBeLessThan(2e-3);
    });
  });

  it('cut a class apart where it is crossed', async () => {
    const cross = twoClasses((x, y) => Math.max(0.4 - Math.abs(x), 0.3 - Math.abs(y - 1)));
    const topology = await mapClasses(evaluating(cross), {
      domain: square,
      classCount: 2,
      fine: 96,
    });
    expectConsistent(topology);
    expect(bettiNumbers(topology, 0)).toEqual([4, 0]);
    expect(bettiNumbers(topology, 1)).toEqual([1, 0]);
  });

  it('follow a region into coarse cells that show it at no corner', async () => {
    // a spike that leaves a disc between two columns of coarse vertices
    const spike = twoClasses((x, y) =>
      Math.max(0.5 - Math.hypot(x, y + 2), Math.min(0.03 - Math.abs(x - 0.06), y + 2, 2 - y)),
    );
    const topology = await mapClasses(evaluating(spike), {
      domain: square,
      classCount: 2,
      fine: 384,
    });
    const [region] = regionsOf(topology, 1);
    const highest = region.rings[0].filter((_, i) => i % 2 === 1).reduce((p, q) => Math.max(p, q));
    expect(highest).toBeGreaterThan(1.97);
  });
});

describe('four classes that meet in one point', () => {
  it.each([
    ['between the grid lines', 0.2137, -0.4178],
    ['on a grid vertex', 0, 0],
    ['on a grid line', 0.5, 0.123],
  ])('count once, with all four, %s', async (_, u, v) => {
    const quadrants = voronoi([
      [u + 1, v + 1],
      [u - 1, v + 1],
      [u - 1, v - 1],
      [u + 1, v - 1],
    ]);
    const topology = await mapClasses(evaluating(quadrants), {
      domain: square,
      classCount: 4,
      fine: 192,
    });
    expectConsistent(topology);
    expect(topology.tripoints).toHaveLength(1);
    const [{ x, y, classes, margin }] = topology.tripoints;
    expect(classes).toEqual([0, 1, 2, 3]);
    expect(Math.hypot(x - u, y - v)).toBeLessThan(6e-3);
    expect(margin).toBe(Infinity);
    expect(topology.adjacency.map(({ classes }) => classes.join())).toEqual([
      '0,1',
      '0,3',
      '1,2',
      '2,3',
    ]);
  });

  it('stay four in company of a fifth class elsewhere', async () => {
    const sites = voronoi([
      [1, 1],
      [-1, 1],
      [-1, -1],
      [1, -1],
      [2.6, 2.5],
    ]);
    const topology = await mapClasses(evaluating(sites), {
      domain: square,
      classCount: 5,
      fine: 96,
    });
    const four = topology.tripoints.filter(({ classes }) => classes.length === 4);
    expect(four.map(({ classes }) => classes)).toEqual([[0, 1, 2, 3]]);
    expect(four[0].margin).toBeGreaterThan(1);
  });
});

describe('a class far smaller than a cell where three others meet', () => {
  it('keeps its region, of the right area, and its three tripoints', async () => {
    const height = 0.015;
    const [u, v] = [0.6731, 0.5614];
    const fan = (x: number, y: number) => [
      ...[0.4, 0.4 + (2 * Math.PI) / 3, 0.4 + (4 * Math.PI) / 3].map(
        (angle) => (x - u) * Math.cos(angle) + (y - v) * Math.sin(angle),
      ),
      height,
    ];
    const topology = await mapClasses(evaluating(fan), {
      domain: square,
      classCount: 4,
      coarse: 24,
      fine: 24,
    });
    expectConsistent(topology);
    expect(bettiNumbers(topology, 3)).toEqual([1, 0]);
    const area = 3 * Math.sqrt(3) * height ** 2;
    expect(Math.abs(regionsOf(topology, 3)[0].area / area - 1)).toBeLessThan(1e-3);
    expect(topology.tripoints.map(({ classes }) => classes.join()).sort()).toEqual([
      '0,1,3',
      '0,2,3',
      '1,2,3',
    ]);
  });
});

describe('curved boundaries', () => {
  it('meet in tripoints located on the function itself, not on its interpolation', async () => {
    const apollonius = (x: number, y: number) => [
      -Math.hypot(x + 1.2, y + 0.9) + 0.3,
      -Math.hypot(x - 1.3, y + 0.8),
      -Math.hypot(x - 0.1, y - 1.4) - 0.2,
    ];
    const { tripoints } = await mapClasses(evaluating(apollonius), {
      domain: square,
      classCount: 3,
      coarse: 12,
      fine: 24,
    });
    expect(tripoints).toHaveLength(1);
    const logits = apollonius(tripoints[0].x, tripoints[0].y);
    expect(Math.max(...logits) - Math.min(...logits)).toBeLessThan(1e-5);
  });

  it('may be sampled on a domain that is not square', async () => {
    const domain = { x: [0, 10], y: [-1, 1] } as const;
    const ellipse = twoClasses((x, y) => 1 - ((x - 4) / 3) ** 2 - (y / 0.5) ** 2);
    const topology = await mapClasses(evaluating(ellipse), { domain, classCount: 2, fine: 192 });
    expectConsistent(topology);
    expect(Math.abs(regionsOf(topology, 1)[0].area / (Math.PI * 1.5) - 1)).toBeLessThan(1e-3);
  });
});
