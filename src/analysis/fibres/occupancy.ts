import type { Domain } from '../../experiment/index.ts';

/** The vertices of all lines so far, in cells, so that it can be asked quickly who is near. */
export class Occupancy {
  private readonly cells: number[][];
  private readonly columns: number;
  private readonly rows: number;
  private readonly xs: number[] = [];
  private readonly ys: number[] = [];
  private readonly lines: number[] = [];
  private readonly arcs: number[] = [];

  /** @param reach the largest radius that will be asked for */
  constructor(
    private readonly domain: Domain,
    private readonly reach: number,
  ) {
    this.columns = Math.ceil((domain.x[1] - domain.x[0]) / reach) + 1;
    this.rows = Math.ceil((domain.y[1] - domain.y[0]) / reach) + 1;
    this.cells = Array.from({ length: this.columns * this.rows }, () => []);
  }

  /** @param arc signed length along the line from its seed */
  add(x: number, y: number, line: number, arc: number): void {
    this.cells[this.row(y) * this.columns + this.column(x)].push(this.xs.length);
    this.xs.push(x);
    this.ys.push(y);
    this.lines.push(line);
    this.arcs.push(arc);
  }

  /** Whether no line comes nearer than `radius`; of line `own` only the parts count that are at least `apart` away along it. */
  isFree(x: number, y: number, radius: number, own = -1, arc = 0, apart = 0): boolean {
    const [column, row] = [this.column(x), this.row(y)];
    const square = radius * radius;
    for (let r = Math.max(0, row - 1); r <= Math.min(this.rows - 1, row + 1); r++) {
      for (let c = Math.max(0, column - 1); c <= Math.min(this.columns - 1, column + 1); c++) {
        for (const i of this.cells[r * this.columns + c]) {
          const [dx, dy] = [this.xs[i] - x, this.ys[i] - y];
          if (dx * dx + dy * dy >= square) continue;
          if (this.lines[i] !== own || Math.abs(this.arcs[i] - arc) >= apart) return false;
        }
      }
    }
    return true;
  }

  private column(x: number): number {
    return Math.min(this.columns - 1, Math.max(0, Math.floor((x - this.domain.x[0]) / this.reach)));
  }

  private row(y: number): number {
    return Math.min(this.rows - 1, Math.max(0, Math.floor((y - this.domain.y[0]) / this.reach)));
  }
}
