import type { Chain } from './chains.ts';
import type { Region } from './class-topology.ts';
import { areaOf, type Grid, type GridPath, gridPath, toData } from './grid.ts';
import type { RingPart } from './ring-parts.ts';

/** A closed way round a region's edge; `area` is signed, in grid units, positive counter-clockwise, and not affected by simplification. */
interface Ring {
  readonly class: number;
  readonly parts: readonly RingPart[];
  readonly area: number;
}

/** Regions below this area, in squares of the finest cell, are traces of ties rather than regions. */
const leastArea = 1e-9;

export interface TracedRegions {
  readonly regions: Region[];
  /** Chains along a region that has no area. */
  readonly collapsed: ReadonlySet<Chain>;
}

/** Joins the parts to rings and the rings to regions. */
export function traceRegions(
  grid: Grid,
  parts: readonly RingPart[],
  classCount: number,
): TracedRegions {
  const collapsed = new Set<Chain>();
  const outer: Ring[] = [];
  const holes: Ring[] = [];
  for (const ring of joinRings(parts, classCount)) {
    if (Math.abs(ring.area) < leastArea) {
      for (const { chain } of ring.parts) if (chain !== undefined) collapsed.add(chain);
    } else if (ring.area > 0) outer.push(ring);
    else holes.push(ring);
  }
  const holesOf = nest(outer, holes);
  const unit = areaOf(grid.domain) / grid.cells ** 2;
  const regions = outer.map((ring) => {
    const rings = [ring, ...(holesOf.get(ring) ?? [])];
    return {
      class: ring.class,
      area: unit * rings.reduce((sum, { area }) => sum + area, 0),
      rings: rings.map((each) => toData(grid, pathOf(each, 'simplified'), Float32Array)),
    };
  });
  regions.sort((p, q) => p.class - q.class || q.area - p.area);
  return { regions, collapsed };
}

/** At the end of each part begins exactly one of the same class. */
function joinRings(parts: readonly RingPart[], classCount: number): Ring[] {
  const rings: Ring[] = [];
  const beginning = new Map<number, RingPart>();
  for (const part of parts) {
    if (part.closed) rings.push(makeRing([part]));
    else beginning.set(part.start * classCount + part.class, part);
  }
  for (const [key, first] of beginning) {
    const joined: RingPart[] = [];
    let nextKey = key;
    for (let part: RingPart | undefined = first; part !== undefined; ) {
      joined.push(part);
      beginning.delete(nextKey);
      nextKey = part.end * classCount + part.class;
      part = beginning.get(nextKey);
    }
    rings.push(makeRing(joined));
  }
  return rings;
}

function makeRing(parts: readonly RingPart[]): Ring {
  const path = concatenate(parts, 'path');
  return { class: parts[0].class, parts, area: signedArea(path) };
}

function signedArea(path: ArrayLike<number>): number {
  const last = path.length - 2;
  let twice = 0;
  for (let i = 0; i < path.length; i += 2) {
    const from = i === 0 ? last : i - 2;
    twice += path[from] * path[i + 1] - path[i] * path[from + 1];
  }
  return twice / 2;
}

function nest(outer: readonly Ring[], holes: readonly Ring[]): Map<Ring, Ring[]> {
  const nested = new Map<Ring, Ring[]>();
  if (holes.length === 0) return nested;
  const bySize = [...outer].sort((p, q) => p.area - q.area);
  const paths = new Map<Ring, readonly number[]>();
  for (const hole of holes) {
    const candidates = bySize.filter((ring) => ring.class === hole.class && ring.area > -hole.area);
    const { path } = hole.parts[0];
    const owner =
      candidates.find((ring) => {
        const outline = paths.get(ring) ?? concatenate(ring.parts, 'path');
        paths.set(ring, outline);
        return encloses(outline, path[0], path[1]);
      }) ?? candidates[candidates.length - 1];
    if (owner !== undefined) nested.set(owner, [...(nested.get(owner) ?? []), hole]);
  }
  return nested;
}

/** Whether a point lies inside a closed line, by the parity of its crossings with a ray to the right. */
function encloses(path: ArrayLike<number>, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0; i < path.length; i += 2) {
    const from = i === 0 ? path.length - 2 : i - 2;
    if (path[i + 1] > y === path[from + 1] > y) continue;
    const share = (y - path[i + 1]) / (path[from + 1] - path[i + 1]);
    if (x < path[i] + share * (path[from] - path[i])) inside = !inside;
  }
  return inside;
}

function pathOf(ring: Ring, kind: 'path' | 'simplified'): GridPath {
  const points = concatenate(ring.parts, kind);
  // Two nearly straight chains can enclose a sliver that simplification would flatten to a line.
  return gridPath(
    kind === 'simplified' && points.length < 6 ? concatenate(ring.parts, 'path') : points,
  );
}

/** The points along the parts, each once. */
function concatenate(parts: readonly RingPart[], kind: 'path' | 'simplified'): number[] {
  const points: number[] = [];
  for (const part of parts) {
    const path = part[kind];
    const count = path.length / 2;
    for (let i = 0; i < count; i++) {
      const p = 2 * (part.isReversed ? count - 1 - i : i);
      push(points, path[p], path[p + 1]);
    }
  }
  while (
    points.length > 2 &&
    points[0] === points[points.length - 2] &&
    points[1] === points[points.length - 1]
  ) {
    points.length -= 2;
  }
  return points;
}

function push(points: number[], x: number, y: number): void {
  const end = points.length;
  if (end > 0 && points[end - 2] === x && points[end - 1] === y) return;
  points.push(x, y);
}
