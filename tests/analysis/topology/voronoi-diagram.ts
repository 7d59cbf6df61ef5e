/** Voronoi diagrams by brute force, to compare with. */
import type { Domain } from '../../../src/experiment/index.ts';
import type { Site } from './classifiers.ts';
import { signedArea } from './expectations.ts';

interface Diagram {
  readonly tripoints: readonly { x: number; y: number; classes: readonly number[] }[];
  readonly cellAreas: readonly number[];
  /** Sorted by class. */
  readonly edges: readonly { classes: readonly [number, number]; length: number }[];
}

export function diagramOf(sites: readonly Site[], domain: Domain): Diagram {
  const tripoints: { x: number; y: number; classes: number[] }[] = [];
  const edges: { classes: [number, number]; length: number }[] = [];
  sites.forEach((p, i) => {
    for (let j = i + 1; j < sites.length; j++) {
      const length = edgeLength(sites, i, j, domain);
      if (length > 0) edges.push({ classes: [i, j], length });
      for (let k = j + 1; k < sites.length; k++) {
        const [x, y] = circumcentre(p, sites[j], sites[k]);
        const radius = Math.hypot(x - p[0], y - p[1]);
        const isEmpty = sites.every(
          (site, l) => [i, j, k].includes(l) || distance(site, [x, y]) > radius,
        );
        if (isEmpty && borderDistance([x, y], domain) > 0)
          tripoints.push({ x, y, classes: [i, j, k] });
      }
    }
  });
  return { tripoints, edges, cellAreas: sites.map((_, i) => cellArea(sites, i, domain)) };
}

/** How far the diagram is from another one: the least distance of sites, tripoints and border, edge length, and slack of any circle's emptiness. */
export function clearance(
  sites: readonly Site[],
  { tripoints, edges }: Diagram,
  domain: Domain,
): number {
  let least = Infinity;
  const points = tripoints.map(({ x, y }): Site => [x, y]);
  for (const list of [sites, points]) {
    list.forEach((p, i) => {
      for (const q of list.slice(i + 1)) least = Math.min(least, distance(p, q));
    });
  }
  for (const { length } of edges) least = Math.min(least, length);
  for (let i = 0; i < sites.length; i++) {
    for (let j = i + 1; j < sites.length; j++) {
      for (let k = j + 1; k < sites.length; k++) {
        const centre = circumcentre(sites[i], sites[j], sites[k]);
        const border = borderDistance(centre, domain);
        if (border < -0.2) continue;
        const radius = distance(centre, sites[i]);
        least = Math.min(least, Math.abs(border));
        sites.forEach((site, l) => {
          if (l !== i && l !== j && l !== k)
            least = Math.min(least, Math.abs(distance(site, centre) - radius));
        });
      }
    }
  }
  return least;
}

function circumcentre(p: Site, q: Site, r: Site): Site {
  const [bx, by, cx, cy] = [q[0] - p[0], q[1] - p[1], r[0] - p[0], r[1] - p[1]];
  const d = 2 * (bx * cy - by * cx);
  const b = bx * bx + by * by;
  const c = cx * cx + cy * cy;
  return [p[0] + (cy * b - by * c) / d, p[1] + (bx * c - cx * b) / d];
}

/** Length of the part of the bisector of sites i and j that is nearest to both, within the domain. */
function edgeLength(sites: readonly Site[], i: number, j: number, { x, y }: Domain): number {
  const [p, q] = [sites[i], sites[j]];
  const middle: Site = [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
  const span = distance(p, q);
  const way = [-(q[1] - p[1]) / span, (q[0] - p[0]) / span];
  let low = -Infinity;
  let high = Infinity;
  const clip = (value: number, slope: number) => {
    // keeps the t with value + slope · t ≥ 0
    if (slope > 0) low = Math.max(low, -value / slope);
    else if (slope < 0) high = Math.min(high, -value / slope);
    else if (value < 0) high = -Infinity;
  };
  clip(middle[0] - x[0], way[0]);
  clip(x[1] - middle[0], -way[0]);
  clip(middle[1] - y[0], way[1]);
  clip(y[1] - middle[1], -way[1]);
  sites.forEach((r, k) => {
    if (k === i || k === j) return;
    const value = distance(middle, r) ** 2 - distance(middle, p) ** 2;
    clip(value, 2 * (way[0] * (p[0] - r[0]) + way[1] * (p[1] - r[1])));
  });
  return Math.max(0, high - low);
}

function cellArea(sites: readonly Site[], i: number, { x, y }: Domain): number {
  let cell: number[] = [x[0], y[0], x[1], y[0], x[1], y[1], x[0], y[1]];
  const p = sites[i];
  sites.forEach((q, j) => {
    if (j === i) return;
    const nearer = (u: number, v: number) => distance([u, v], q) ** 2 - distance([u, v], p) ** 2;
    const clipped: number[] = [];
    for (let a = 0; a < cell.length; a += 2) {
      const b = (a + 2) % cell.length;
      const here = nearer(cell[a], cell[a + 1]);
      const there = nearer(cell[b], cell[b + 1]);
      if (here >= 0) clipped.push(cell[a], cell[a + 1]);
      if (here < 0 !== there < 0) {
        const t = here / (here - there);
        clipped.push(
          cell[a] + t * (cell[b] - cell[a]),
          cell[a + 1] + t * (cell[b + 1] - cell[a + 1]),
        );
      }
    }
    cell = clipped;
  });
  return signedArea(cell);
}

function distance(p: Site, q: Site): number {
  return Math.hypot(p[0] - q[0], p[1] - q[1]);
}

/** Positive inside. */
function borderDistance([u, v]: Site, { x, y }: Domain): number {
  return Math.min(u - x[0], x[1] - u, v - y[0], y[1] - v);
}
