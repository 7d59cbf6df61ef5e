import { columnOf, rowOf, type Vertex, vertexAt } from './grid.ts';
import type { SampledGrid } from './sampled-grid.ts';

/**
 * Vertices at which classes tie exactly belong to the first of them, so that a plateau of equal
 * logits is one region. Where that class wins at no neighbouring vertex, the tie goes to the
 * class that wins at most of them: otherwise two classes that merely touch along a grid line
 * would leave a region without area there. Changes `sampled.labels`.
 */
export function settleTies(sampled: SampledGrid): void {
  if (!sampled.hasTies) return;
  const { grid, slots, labels } = sampled;
  const mixed = new Set(sampled.mixedCells);
  const seen = new Set<Vertex>();
  for (const cell of mixed) {
    for (const corner of [0, 1, grid.stride, grid.stride + 1]) {
      const vertex = (cell + corner) as Vertex;
      if (seen.has(vertex)) continue;
      seen.add(vertex);
      const tied = winnersAt(sampled, vertex);
      if (tied.length < 2 || !cellsAround(sampled, vertex).every((c) => mixed.has(c))) continue;
      const votes = tied.map(() => 0);
      for (const neighbour of verticesAround(sampled, vertex)) {
        const [winner, ...rivals] = winnersAt(sampled, neighbour);
        const choice = tied.indexOf(winner);
        if (rivals.length === 0 && choice >= 0) votes[choice]++;
      }
      if (votes[0] === 0) labels[slots[vertex]] = tied[votes.indexOf(Math.max(...votes))];
    }
  }
}

function winnersAt({ slots, logits, classCount }: SampledGrid, vertex: Vertex): number[] {
  const offset = slots[vertex] * classCount;
  const all = logits.subarray(offset, offset + classCount);
  const top = all.reduce((p, q) => Math.max(p, q));
  const winners: number[] = [];
  for (let c = 0; c < classCount; c++) if (all[c] === top) winners.push(c);
  return winners;
}

/** Lower left corners of the up to four cells at a vertex. */
function cellsAround({ grid }: SampledGrid, vertex: Vertex): Vertex[] {
  return shifted(grid.cells, columnOf(grid, vertex), rowOf(grid, vertex), [
    [0, 0],
    [-1, 0],
    [0, -1],
    [-1, -1],
  ]).map(([column, row]) => vertexAt(grid, column, row));
}

/** The up to six vertices that share a mesh edge with this one. */
function verticesAround({ grid }: SampledGrid, vertex: Vertex): Vertex[] {
  return shifted(grid.stride, columnOf(grid, vertex), rowOf(grid, vertex), [
    [1, 0],
    [1, 1],
    [0, 1],
    [-1, 0],
    [-1, -1],
    [0, -1],
  ]).map(([column, row]) => vertexAt(grid, column, row));
}

function shifted(
  count: number,
  column: number,
  row: number,
  steps: readonly (readonly [number, number])[],
): [number, number][] {
  return steps
    .map(([x, y]): [number, number] => [column + x, row + y])
    .filter(([x, y]) => x >= 0 && y >= 0 && x < count && y < count);
}
