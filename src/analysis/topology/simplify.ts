import type { GridPath } from './grid.ts';

/**
 * Leaves out points that lie within `tolerance` of the remaining line. The ends of an open line
 * stay; a closed line keeps at least three points.
 * (Douglas and Peucker, Cartographica 10, 1973.)
 */
export function simplify(path: GridPath, closed: boolean, tolerance: number): GridPath {
  const count = path.length / 2;
  if (count <= (closed ? 3 : 2)) return path;
  const keep = new Uint8Array(count + 1);
  keep[0] = 1;
  if (closed) {
    const opposite = farthestFrom(path, 0);
    keep[opposite] = 1;
    thin(path, 0, opposite, tolerance, keep);
    thin(path, opposite, count, tolerance, keep);
    keep[count] = 0;
  } else {
    keep[count - 1] = 1;
    thin(path, 0, count - 1, tolerance, keep);
  }
  const kept = keep.reduce((sum, flag) => sum + flag, 0);
  if (closed && kept < 3) return path;
  const thinned = new Float64Array(2 * kept) as GridPath;
  let next = 0;
  for (let i = 0; i < count; i++) {
    if (keep[i] === 0) continue;
    thinned[next++] = path[2 * i];
    thinned[next++] = path[2 * i + 1];
  }
  return thinned;
}

/** Marks the points to keep strictly between `start` and `end`; indices count round a closed line. */
function thin(
  path: GridPath,
  start: number,
  end: number,
  tolerance: number,
  keep: Uint8Array,
): void {
  const count = path.length / 2;
  const pending = [start, end];
  while (pending.length > 0) {
    const last = pending.pop() ?? 0;
    const first = pending.pop() ?? 0;
    const x = path[2 * first];
    const y = path[2 * first + 1];
    const wayX = path[2 * (last % count)] - x;
    const wayY = path[2 * (last % count) + 1] - y;
    const square = wayX * wayX + wayY * wayY;
    let farthest = -1;
    let largest = tolerance * tolerance;
    for (let i = first + 1; i < last; i++) {
      const dx = path[2 * i] - x;
      const dy = path[2 * i + 1] - y;
      const along = square > 0 ? Math.min(1, Math.max(0, (dx * wayX + dy * wayY) / square)) : 0;
      const distance = (dx - along * wayX) ** 2 + (dy - along * wayY) ** 2;
      if (distance > largest) {
        largest = distance;
        farthest = i;
      }
    }
    if (farthest < 0) continue;
    keep[farthest] = 1;
    pending.push(first, farthest, farthest, last);
  }
}

function farthestFrom(path: GridPath, origin: number): number {
  let farthest = origin;
  let largest = -1;
  for (let i = 0; i < path.length / 2; i++) {
    const distance =
      (path[2 * i] - path[2 * origin]) ** 2 + (path[2 * i + 1] - path[2 * origin + 1]) ** 2;
    if (distance > largest) {
      largest = distance;
      farthest = i;
    }
  }
  return farthest;
}
