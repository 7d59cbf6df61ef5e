import { columnOf, type Grid, type GridPath, rowOf, type Vertex, vertexAt } from './grid.ts';
import { argmax, type LogitSampler } from './logit-sampler.ts';

/** What is known of the function on the grid: logits and winning class at the evaluated vertices, and the finest cells through which a boundary runs. */
export interface SampledGrid {
  readonly grid: Grid;
  readonly classCount: number;
  /** For each vertex its place among the evaluated ones, negative where the network was not evaluated. */
  readonly slots: Int32Array;
  /** [evaluated, classes] */
  readonly logits: Float32Array;
  /** [evaluated] */
  readonly labels: Uint16Array;
  /** Lower left corners of the finest cells whose corners differ in class. */
  readonly mixedCells: readonly Vertex[];
  /** Whether the network was evaluated at any vertex where its two best classes tie. */
  readonly hasTies: boolean;
}

const unknown = -1;
const scheduled = -2;

/** Logits that differ by less than this share of the largest are one constant with float32 noise. */
const flatness = 1e-6;

/**
 * Samples the function on a quadtree: all coarse vertices first, then again and again the cells
 * with more than one class known on their border, one call of the network per round. Because
 * the borders count and not just the corners, a boundary found in a fine cell is followed into
 * its coarse neighbours, and the finest cells with a boundary meet no coarser ones along it.
 */
export async function sampleGrid(
  sampler: LogitSampler,
  grid: Grid,
  coarse: number,
): Promise<SampledGrid> {
  const quadtree = new Quadtree(sampler, grid, coarse);
  await quadtree.sampleCoarse();
  while (quadtree.hasScheduled) await quadtree.refine();
  return quadtree;
}

class Quadtree implements SampledGrid {
  readonly classCount: number;
  readonly slots: Int32Array;
  readonly mixedCells: Vertex[] = [];
  logits: Float32Array;
  labels: Uint16Array;
  hasTies = false;
  private evaluated = 0;
  private readonly coarseSize: number;
  private queue: Vertex[] = [];
  private splitting: Vertex[] = [];
  private splittingSizes: number[] = [];

  constructor(
    private readonly sampler: LogitSampler,
    readonly grid: Grid,
    coarse: number,
  ) {
    this.classCount = sampler.classCount;
    this.coarseSize = grid.cells / coarse;
    this.slots = new Int32Array(grid.stride ** 2).fill(unknown);
    const room = 2 * (coarse + 1) ** 2;
    this.logits = new Float32Array(room * this.classCount);
    this.labels = new Uint16Array(room);
  }

  get hasScheduled(): boolean {
    return this.queue.length > 0;
  }

  async sampleCoarse(): Promise<void> {
    const { cells } = this.grid;
    const size = this.coarseSize;
    for (let row = 0; row <= cells; row += size) {
      for (let column = 0; column <= cells; column += size) this.schedule(column, row);
    }
    await this.evaluateScheduled();
    if (this.isFlat()) this.labels.fill(0);
    for (let row = 0; row < cells; row += size) {
      for (let column = 0; column < cells; column += size) this.visitNew(column, row, size);
    }
  }

  async refine(): Promise<void> {
    const parents = this.splitting;
    const sizes = this.splittingSizes;
    this.splitting = [];
    this.splittingSizes = [];
    const fresh = await this.evaluateScheduled();
    for (let i = 0; i < parents.length; i++) {
      const column = columnOf(this.grid, parents[i]);
      const row = rowOf(this.grid, parents[i]);
      const half = sizes[i] / 2;
      this.visitNew(column, row, half);
      this.visitNew(column + half, row, half);
      this.visitNew(column, row + half, half);
      this.visitNew(column + half, row + half, half);
    }
    for (const vertex of fresh) this.visitNeighbours(vertex);
  }

  private visitNew(column: number, row: number, size: number): void {
    if (!this.isMixed(column, row, size)) return;
    if (size === 1) this.mixedCells.push(vertexAt(this.grid, column, row));
    else this.split(column, row, size);
  }

  /** A new vertex may lie inside a side of a coarser cell and contradict its class. */
  private visitNeighbours(vertex: Vertex): void {
    const { cells } = this.grid;
    const column = columnOf(this.grid, vertex);
    const row = rowOf(this.grid, vertex);
    for (let y = Math.max(0, row - 1); y <= Math.min(cells - 1, row); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(cells - 1, column); x++) {
        const size = this.leafSize(x, y);
        const left = x - (x % size);
        const low = y - (y % size);
        if (size > 1 && this.labelAt(left, low) !== this.labelAt(column, row)) {
          this.split(left, low, size);
        }
      }
    }
  }

  /** Side of the unsplit cell that covers the finest cell at (column, row). A cell's centre is evaluated only when it is split. */
  private leafSize(column: number, row: number): number {
    let size = this.coarseSize;
    while (size > 1) {
      const half = size / 2;
      const x = column - (column % size) + half;
      const y = row - (row % size) + half;
      if (this.slots[vertexAt(this.grid, x, y)] < 0) break;
      size = half;
    }
    return size;
  }

  private isMixed(column: number, row: number, size: number): boolean {
    const label = this.labelAt(column, row);
    for (let t = 0; t <= size; t++) {
      if (
        this.differs(column + t, row, label) ||
        this.differs(column + t, row + size, label) ||
        this.differs(column, row + t, label) ||
        this.differs(column + size, row + t, label)
      ) {
        return true;
      }
    }
    return false;
  }

  private differs(column: number, row: number, label: number): boolean {
    const slot = this.slots[row * this.grid.stride + column];
    return slot >= 0 && this.labels[slot] !== label;
  }

  private labelAt(column: number, row: number): number {
    return this.labels[this.slots[row * this.grid.stride + column]];
  }

  private split(column: number, row: number, size: number): void {
    const half = size / 2;
    const centre = vertexAt(this.grid, column + half, row + half);
    if (this.slots[centre] === scheduled) return;
    this.splitting.push(vertexAt(this.grid, column, row));
    this.splittingSizes.push(size);
    this.schedule(column + half, row + half);
    this.schedule(column + half, row);
    this.schedule(column + half, row + size);
    this.schedule(column, row + half);
    this.schedule(column + size, row + half);
  }

  private schedule(column: number, row: number): void {
    const vertex = vertexAt(this.grid, column, row);
    if (this.slots[vertex] !== unknown) return;
    this.slots[vertex] = scheduled;
    this.queue.push(vertex);
  }

  private async evaluateScheduled(): Promise<Vertex[]> {
    const vertices = this.queue;
    this.queue = [];
    const points = new Float64Array(2 * vertices.length) as GridPath;
    for (let i = 0; i < vertices.length; i++) {
      points[2 * i] = columnOf(this.grid, vertices[i]);
      points[2 * i + 1] = rowOf(this.grid, vertices[i]);
    }
    const logits = await this.sampler.sample(this.grid, points);
    this.makeRoom(vertices.length);
    this.logits.set(logits, this.evaluated * this.classCount);
    for (const vertex of vertices) this.label(vertex);
    return vertices;
  }

  private label(vertex: Vertex): void {
    const slot = this.evaluated++;
    const offset = slot * this.classCount;
    const best = argmax(this.logits, offset, this.classCount);
    this.slots[vertex] = slot;
    this.labels[slot] = best;
    for (let c = best + 1; c < this.classCount; c++) {
      if (this.logits[offset + c] === this.logits[offset + best]) this.hasTies = true;
    }
  }

  private makeRoom(count: number): void {
    const needed = this.evaluated + count;
    if (needed <= this.labels.length) return;
    const room = Math.max(needed, 2 * this.labels.length);
    const { logits, labels } = this;
    this.logits = new Float32Array(room * this.classCount);
    this.logits.set(logits);
    this.labels = new Uint16Array(room);
    this.labels.set(labels);
  }

  private isFlat(): boolean {
    let largest = 0;
    let widest = 0;
    for (let slot = 0; slot < this.evaluated; slot++) {
      let low = Infinity;
      let high = -Infinity;
      for (let c = 0; c < this.classCount; c++) {
        const z = this.logits[slot * this.classCount + c];
        if (z < low) low = z;
        if (z > high) high = z;
      }
      largest = Math.max(largest, high, -low);
      widest = Math.max(widest, high - low);
    }
    return widest <= flatness * largest;
  }
}
