import { type BoundaryGraph, type Direction, edgeStep, type Node } from './boundary-graph.ts';
import { columnOf, rowOf, type Vertex } from './grid.ts';
import type { SampledGrid } from './sampled-grid.ts';

/** A class rises above the others only if it does so by more than float32 noise, as a share of the logits there. */
const noise = 1e-6;

/** A mesh edge; `start` and `end` are where the logits at its two ends begin. */
interface Edge {
  readonly lower: Vertex;
  readonly direction: Direction;
  readonly start: number;
  readonly end: number;
}

/** A piece of an edge, as shares of its length. */
interface Stretch {
  readonly low: number;
  readonly high: number;
}

/**
 * The upper envelope of the logits along mesh edges, linear between the two ends. Each edge is
 * worked out once, so that the two triangles beside it see the same nodes.
 *
 * Ties need no special case: the labels at the two ends are taken as they are, so one class is
 * replaced by another somewhere in between even if the logits say exactly at an end.
 */
export class EdgeCrossings {
  /** For each evaluated vertex and direction, one more than the first node, or 0. */
  private readonly first: Int32Array;

  constructor(
    private readonly sampled: SampledGrid,
    private readonly graph: BoundaryGraph,
  ) {
    this.first = new Int32Array(3 * sampled.labels.length);
  }

  /** First node of the edge; those that follow carry the next numbers and the same edge. Undefined where the class does not change. */
  firstOn(lower: Vertex, direction: Direction): Node | undefined {
    const { slots, labels, grid, classCount } = this.sampled;
    const u = slots[lower];
    const w = slots[lower + edgeStep(grid, direction)];
    if (labels[u] === labels[w]) return undefined;
    const key = 3 * u + direction;
    if (this.first[key] === 0) {
      this.first[key] = this.graph.x.length + 1;
      const edge = { lower, direction, start: u * classCount, end: w * classCount };
      this.cross(edge, labels[u], labels[w], { low: 0, high: 1 }, classCount);
    }
    return (this.first[key] - 1) as Node;
  }

  /**
   * Adds the crossings on a stretch between class a at its low end and class b at its high end,
   * by way of the class that rises highest above the point where a and b meet. `room` bounds the
   * recursion, which exact arithmetic would not need: no class wins twice on an edge.
   */
  private cross(edge: Edge, a: number, b: number, { low, high }: Stretch, room: number): void {
    const { logits, classCount, grid } = this.sampled;
    const { lower, direction, start, end } = edge;
    const lead = logits[start + a] - logits[start + b];
    const lag = logits[end + b] - logits[end + a];
    const share = lead + lag === 0 ? 0.5 : lead / (lead + lag);
    const t = Math.min(high, Math.max(low, share));

    const top = logits[start + a] + t * (logits[end + a] - logits[start + a]);
    let highest = top + noise * Math.max(Math.abs(logits[start + a]), Math.abs(logits[end + b]));
    let between = -1;
    for (let c = 0; c < classCount; c++) {
      if (c === a || c === b) continue;
      const value = logits[start + c] + t * (logits[end + c] - logits[start + c]);
      if (value > highest) {
        highest = value;
        between = c;
      }
    }
    if (between >= 0 && room > 0) {
      this.cross(edge, a, between, { low, high: t }, room - 1);
      this.cross(edge, between, b, { low: t, high }, room - 1);
      return;
    }
    const x = columnOf(grid, lower) + (direction === 1 ? 0 : t);
    const y = rowOf(grid, lower) + (direction === 0 ? 0 : t);
    this.graph.addCrossing(x, y, edge, a, b);
  }
}
