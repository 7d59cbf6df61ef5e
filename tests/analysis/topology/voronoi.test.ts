import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapClasses } from '../../../src/analysis/topology/index.ts';
import { evaluating, randomNumbers, type Site, square, voronoi } from './classifiers.ts';
import { bettiNumbers, expectConsistent, regionsOf } from './expectations.ts';
import { clearance, diagramOf } from './voronoi-diagram.ts';

// drawn by seed, because fast-check's own arrays favour few sites and special coordinates
const sites = fc.noBias(fc.nat()).map((n): Site[] => {
  const random = randomNumbers(n);
  const within = () => 5.6 * (random() - 0.5);
  return Array.from({ length: 3 + (n % 5) }, () => [within(), within()]);
});
const seed = 2209;

/** Calls `check` on diagrams in which nothing is too close to tell apart. */
function forDiagrams(
  numRuns: number,
  check: (sites: readonly Site[], diagram: ReturnType<typeof diagramOf>) => Promise<void>,
): Promise<void> {
  return fc.assert(
    fc.asyncProperty(sites, async (drawn) => {
      const diagram = diagramOf(drawn, square);
      fc.pre(clearance(drawn, diagram, square) > 0.08);
      await check(drawn, diagram);
    }),
    { seed, numRuns },
  );
}

describe('a Voronoi diagram', () => {
  it('has its tripoints at the empty circumcentres, to a thousandth of the domain', async () => {
    let expected = 0;
    await forDiagrams(60, async (drawn, { tripoints }) => {
      expected += tripoints.length;
      const topology = await mapClasses(evaluating(voronoi(drawn)), {
        domain: square,
        classCount: drawn.length,
        fine: 192,
      });
      expect(topology.unverified).toBe(0);
      expect(topology.tripoints).toHaveLength(tripoints.length);
      for (const { x, y, classes } of tripoints) {
        const found = topology.tripoints.find((point) => point.classes.join() === classes.join());
        expect(found).toBeDefined();
        expect(Math.hypot((found?.x ?? NaN) - x, (found?.y ?? NaN) - y)).toBeLessThan(6e-3);
        expect(found?.spread).toBeLessThan(1e-4);
        expect(found?.margin).toBeGreaterThan(0);
      }
    });
    expect(expected).toBeGreaterThan(60);
  });

  it('has one region for each site, of the area of its cell', async () => {
    await forDiagrams(30, async (drawn, { cellAreas }) => {
      const topology = await mapClasses(evaluating(voronoi(drawn)), {
        domain: square,
        classCount: drawn.length,
        fine: 96,
      });
      expectConsistent(topology);
      expect(topology.labelsPresent).toEqual(drawn.map((_, label) => label));
      cellAreas.forEach((area, label) => {
        expect(bettiNumbers(topology, label)).toEqual([1, 0]);
        expect(Math.abs(regionsOf(topology, label)[0].area - area)).toBeLessThan(1e-4);
      });
    });
  });

  it('has the Delaunay pairs as neighbours, with the lengths of their common edges', async () => {
    await forDiagrams(30, async (drawn, { edges }) => {
      const { adjacency } = await mapClasses(evaluating(voronoi(drawn)), {
        domain: square,
        classCount: drawn.length,
        fine: 96,
      });
      expect(adjacency.map(({ classes }) => classes)).toEqual(edges.map(({ classes }) => classes));
      adjacency.forEach(({ length }, i) => {
        expect(Math.abs(length - edges[i].length)).toBeLessThan(2e-3);
      });
    });
  });

  it('gives tripoint estimates within a cell when they are not to be located', async () => {
    await forDiagrams(20, async (drawn, { tripoints }) => {
      const topology = await mapClasses(evaluating(voronoi(drawn)), {
        domain: square,
        classCount: drawn.length,
        fine: 96,
        locateTripoints: false,
      });
      expect(topology.tripointsVerified).toBe(false);
      expect(topology.tripoints).toHaveLength(tripoints.length);
      for (const { x, y } of tripoints) {
        const nearest = Math.min(...topology.tripoints.map((p) => Math.hypot(p.x - x, p.y - y)));
        expect(nearest).toBeLessThan(6 / 96);
      }
    });
  });
});
