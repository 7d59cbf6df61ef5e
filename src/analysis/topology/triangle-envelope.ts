import { type BoundaryGraph, type Direction, edgeStep, type Node } from './boundary-graph.ts';
import { EdgeCrossings } from './edge-crossings.ts';
import { columnOf, type Grid, rowOf, type Vertex } from './grid.ts';
import type { SampledGrid } from './sampled-grid.ts';

/**
 * The lines along which the winning class changes if the logits are linear in each mesh
 * triangle: each finest mixed cell is cut by its rising diagonal and gets the exact upper
 * envelope of its linear pieces.
 *
 * What joins what is decided combinatorially from the classes around the triangle; rounding
 * and ties can misplace a node slightly, but never tear the graph. Every node has two segments,
 * or three at a junction, or one at the domain's border, and around it no class occurs twice.
 */
export function traceBoundaries(sampled: SampledGrid, graph: BoundaryGraph): void {
  const tracer = new TriangleEnvelope(sampled, graph);
  for (const cell of sampled.mixedCells) {
    tracer.traceLower(cell);
    tracer.traceUpper(cell);
  }
}

/**
 * The nodes met on the way round a convex piece of a triangle, counter-clockwise, each with the
 * class before it; the class after it stands before the next node.
 */
interface Cycle {
  readonly nodes: readonly Node[];
  readonly classes: readonly number[];
}

class TriangleEnvelope {
  private readonly crossings: EdgeCrossings;
  private readonly grid: Grid;
  private nodes: Node[] = [];
  private classes: number[] = [];

  /** Linear logits z = value + slopeX · x + slopeY · y in the triangle at hand, from its cell's lower left corner. */
  private readonly value: Float64Array;
  private readonly slopeX: Float64Array;
  private readonly slopeY: Float64Array;
  private readonly placed: Uint8Array;
  private column = 0;
  private row = 0;
  private isUpper = false;

  constructor(
    private readonly sampled: SampledGrid,
    private readonly graph: BoundaryGraph,
  ) {
    const { classCount } = sampled;
    this.crossings = new EdgeCrossings(sampled, graph);
    this.grid = sampled.grid;
    this.value = new Float64Array(classCount);
    this.slopeX = new Float64Array(classCount);
    this.slopeY = new Float64Array(classCount);
    this.placed = new Uint8Array(classCount);
  }

  /** The triangle below the diagonal. */
  traceLower(cell: Vertex): void {
    this.begin();
    this.gatherUp(cell, 0);
    this.gatherUp((cell + edgeStep(this.grid, 0)) as Vertex, 1);
    this.gatherDown(cell, 2);
    this.finish(cell, false);
  }

  /** The triangle above the diagonal. */
  traceUpper(cell: Vertex): void {
    this.begin();
    this.gatherUp(cell, 2);
    this.gatherDown((cell + edgeStep(this.grid, 1)) as Vertex, 0);
    this.gatherDown(cell, 1);
    this.finish(cell, true);
  }

  private begin(): void {
    this.nodes.length = 0;
    this.classes.length = 0;
  }

  private gatherUp(lower: Vertex, direction: Direction): void {
    const { edges, before } = this.graph;
    const first = this.crossings.firstOn(lower, direction);
    if (first === undefined) return;
    for (let node = first; edges[node] === edges[first]; node++) {
      this.nodes.push(node);
      this.classes.push(before[node]);
    }
  }

  private gatherDown(lower: Vertex, direction: Direction): void {
    const { edges, after } = this.graph;
    const first = this.crossings.firstOn(lower, direction);
    if (first === undefined) return;
    let last = first;
    while (edges[last + 1] === edges[first]) last++;
    for (let node = last; node >= first; node--) {
      this.nodes.push(node);
      this.classes.push(after[node]);
    }
  }

  private finish(cell: Vertex, isUpper: boolean): void {
    const { nodes, classes } = this;
    if (nodes.length === 0) return;
    if (nodes.length === 2) {
      this.graph.addSegment(nodes[0], nodes[1], classes[0], classes[1]);
      return;
    }
    this.fitLogits(cell, isUpper);
    this.placed.fill(0);
    for (const c of classes) this.placed[c] = 1;
    this.resolve({ nodes: [...nodes], classes: [...classes] });
  }

  private fitLogits(cell: Vertex, isUpper: boolean): void {
    const { slots, logits, classCount } = this.sampled;
    const origin = slots[cell] * classCount;
    const corner = slots[cell + edgeStep(this.grid, isUpper ? 1 : 0)] * classCount;
    const opposite = slots[cell + edgeStep(this.grid, 2)] * classCount;
    for (let c = 0; c < classCount; c++) {
      const first = logits[corner + c] - logits[origin + c];
      const second = logits[opposite + c] - logits[corner + c];
      this.value[c] = logits[origin + c];
      this.slopeX[c] = isUpper ? second : first;
      this.slopeY[c] = isUpper ? first : second;
    }
    this.column = columnOf(this.grid, cell);
    this.row = rowOf(this.grid, cell);
    this.isUpper = isUpper;
  }

  /** Draws the boundaries inside a cycle by cutting it into smaller ones. */
  private resolve({ nodes, classes }: Cycle): void {
    if (nodes.length === 2) {
      this.graph.addSegment(nodes[0], nodes[1], classes[0], classes[1]);
      return;
    }
    const repeated = findRepeated(classes);
    if (repeated !== undefined) {
      // The class forms a strip through the piece, so that its two sides do not interact.
      const [i, j] = repeated;
      this.resolve({ nodes: nodes.slice(i, j), classes: classes.slice(i, j) });
      this.resolve({
        nodes: [...nodes.slice(j), ...nodes.slice(0, i)],
        classes: [...classes.slice(j), ...classes.slice(0, i)],
      });
      return;
    }
    this.cutAtJunction({ nodes, classes });
  }

  /** Follows the boundary that starts at the first node to the junction where it ends. */
  private cutAtJunction({ nodes, classes }: Cycle): void {
    const [a, b] = classes;
    const { k, x, y } = this.endOfBoundary({ nodes, classes });
    const junction = this.graph.addJunction(this.column + x, this.row + y, [a, b, k]);
    this.graph.addSegment(nodes[0], junction, a, b);
    const q = classes.indexOf(k);
    if (q < 0) {
      this.placed[k] = 1;
      this.resolve({
        nodes: [junction, junction, ...nodes.slice(1)],
        classes: [a, k, ...classes.slice(1)],
      });
      return;
    }
    this.resolve({ nodes: [...nodes.slice(1, q), junction], classes: classes.slice(1, q + 1) });
    this.resolve({ nodes: [...nodes.slice(q), junction], classes: [...classes.slice(q), a] });
  }

  /** Walks from the first node along z_a = z_b, with a on the left, until the first other class k overtakes both. */
  private endOfBoundary({ nodes, classes }: Cycle): { k: number; x: number; y: number } {
    const [a, b] = classes;
    const { value, slopeX, slopeY } = this;
    const startX = this.graph.x[nodes[0]] - this.column;
    const startY = this.graph.y[nodes[0]] - this.row;
    const wayX = slopeY[a] - slopeY[b];
    const wayY = slopeX[b] - slopeX[a];
    let k = -1;
    let shortest = Infinity;
    for (let c = 0; c < value.length; c++) {
      if (c === a || c === b || (this.placed[c] === 1 && !classes.includes(c))) continue;
      const slope = (slopeX[c] - slopeX[a]) * wayX + (slopeY[c] - slopeY[a]) * wayY;
      if (!(slope > 0)) continue;
      const gap =
        value[a] - value[c] + (slopeX[a] - slopeX[c]) * startX + (slopeY[a] - slopeY[c]) * startY;
      const distance = Math.max(0, gap / slope);
      if (distance < shortest) {
        shortest = distance;
        k = c;
      }
    }
    const end = this.clamp(startX + shortest * wayX, startY + shortest * wayY);
    // Only rounding can let a boundary run out of the piece; it then ends where it starts.
    if (k < 0 || end === undefined) return { k: classes[2], x: startX, y: startY };
    return { k, ...end };
  }

  /** The nearest point of the triangle, or undefined where the point is not near it at all. */
  private clamp(x: number, y: number): { x: number; y: number } | undefined {
    const slack = 1e-3;
    if (!(x >= -slack && y >= -slack && x <= 1 + slack && y <= 1 + slack)) return undefined;
    const across = this.isUpper ? x - y : y - x;
    if (across > 2 * slack) return undefined;
    const shift = across > 0 ? across / 2 : 0;
    const sign = this.isUpper ? -1 : 1;
    return { x: clampToUnit(x + sign * shift), y: clampToUnit(y - sign * shift) };
  }
}

function clampToUnit(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function findRepeated(classes: readonly number[]): readonly [number, number] | undefined {
  for (let j = 1; j < classes.length; j++) {
    const i = classes.indexOf(classes[j]);
    if (i < j) return [i, j];
  }
  return undefined;
}
