import { expect } from 'vitest';
import type { ClassTopology, Region } from '../../../src/analysis/topology/index.ts';

export function signedArea(ring: ArrayLike<number>): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    twice += ring[i] * ring[j + 1] - ring[j] * ring[i + 1];
  }
  return twice / 2;
}

export function domainArea({ domain }: ClassTopology): number {
  return (domain.x[1] - domain.x[0]) * (domain.y[1] - domain.y[0]);
}

export function regionsOf(topology: ClassTopology, label: number): Region[] {
  return topology.regions.filter((region) => region.class === label);
}

/** β₀ and β₁ of a class. */
export function bettiNumbers(topology: ClassTopology, label: number): [number, number] {
  const regions = regionsOf(topology, label);
  return [regions.length, regions.reduce((sum, { rings }) => sum + rings.length - 1, 0)];
}

export function isInside(rings: readonly ArrayLike<number>[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      if (ring[i + 1] > y === ring[j + 1] > y) continue;
      const share = (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1]);
      if (x < ring[i] + share * (ring[j] - ring[i])) inside = !inside;
    }
  }
  return inside;
}

const key = (points: ArrayLike<number>, i: number): string =>
  `${points[2 * i]} ${points[2 * i + 1]}`;

/**
 * What has to hold of every topology, whatever the function: the regions tile the domain, and
 * the boundaries are the regions' edges. Where ties abound, a boundary may end at a region
 * without area, which is not reported.
 */
export function expectConsistent(topology: ClassTopology, { hasTies = false } = {}): void {
  const { regions, boundaries, domain } = topology;
  const total = domainArea(topology);
  const outlined = regions.flatMap(({ rings }) => rings.map(signedArea));
  expect(Math.abs(sum(regions.map(({ area }) => area)) / total - 1)).toBeLessThan(1e-6);
  expect(Math.abs(sum(outlined) / total - 1)).toBeLessThan(1e-6);
  for (const { rings, area } of regions) {
    expect(area).toBeGreaterThan(0);
    rings.forEach((ring, i) => {
      expect(ring.length).toBeGreaterThanOrEqual(6);
      if (Math.abs(signedArea(ring)) > 1e-3 * total) {
        expect(Math.sign(signedArea(ring))).toBe(i === 0 ? 1 : -1);
      }
    });
  }

  const vertices = new Map<number, Set<string>>();
  for (const region of regions) {
    const own = vertices.get(region.class) ?? new Set<string>();
    for (const ring of region.rings)
      for (let i = 0; 2 * i < ring.length; i++) own.add(key(ring, i));
    vertices.set(region.class, own);
  }
  const ends = new Map<string, number>();
  for (const { classes, points, closed } of boundaries) {
    expect(classes[0]).toBeLessThan(classes[1]);
    for (let i = 0; 2 * i < points.length; i++) {
      for (const label of classes) expect(vertices.get(label)?.has(key(points, i))).toBe(true);
    }
    if (closed) continue;
    for (const i of [0, points.length / 2 - 1]) {
      ends.set(key(points, i), (ends.get(key(points, i)) ?? 0) + 1);
    }
  }
  for (const [end, count] of hasTies ? [] : ends) {
    const [x, y] = end.split(' ').map(Number);
    const isOnBorder =
      domain.x.some((edge) => Math.fround(edge) === x) ||
      domain.y.some((edge) => Math.fround(edge) === y);
    if (!isOnBorder) expect(count, `boundaries ending at ${end}`).toBeGreaterThanOrEqual(3);
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
