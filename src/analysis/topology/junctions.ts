import { type Grid, gridPath } from './grid.ts';
import type { LogitSampler } from './logit-sampler.ts';

/** A place where three classes meet, or seem to; in grid units. */
export interface Junction {
  readonly x: number;
  readonly y: number;
  readonly classes: readonly [number, number, number];
}

/** A junction found on the network itself. */
export interface LocatedJunction extends Junction {
  /** Slopes (x, y) of z_b − z_a and of z_c − z_a about it, per grid unit. */
  readonly slopes: readonly [number, number, number, number];
}

/** Where the search starts and how far it may go, in grid units. */
export interface SearchScale {
  readonly radius: number;
  readonly reach: number;
}

/** Radius of the last simplex, as a share of the domain; within it the network is taken as linear. */
const finestRadius = 3e-4;
const maxRounds = 16;

/**
 * Looks for the points near the given ones at which the three logits are equal, by Newton steps
 * with slopes measured over a shrinking triangle, all junctions in one call per round. A ReLU
 * network is linear in pieces, so the last step is exact once the triangle lies in one piece.
 * Undefined where the search does not settle within reach.
 */
export async function locateJunctions(
  sampler: LogitSampler,
  grid: Grid,
  junctions: readonly Junction[],
  scale: SearchScale,
): Promise<(LocatedJunction | undefined)[]> {
  const searches = junctions.map((junction) => new Search(junction, grid, scale));
  for (let round = 0; round < maxRounds; round++) {
    const active = searches.filter((search) => search.isActive);
    if (active.length === 0) break;
    const points = active.flatMap((search) => search.simplex(round));
    const logits = await sampler.sample(grid, gridPath(points));
    const perSearch = 3 * sampler.classCount;
    active.forEach((search, i) => {
      search.advance(logits.subarray(i * perSearch, (i + 1) * perSearch), round);
    });
  }
  return searches.map((search) => search.result);
}

class Search {
  isActive = true;
  result: LocatedJunction | undefined;
  private x: number;
  private y: number;
  private radius: number;
  private readonly finest: number;

  constructor(
    private readonly junction: Junction,
    grid: Grid,
    private readonly scale: SearchScale,
  ) {
    this.x = junction.x;
    this.y = junction.y;
    this.finest = finestRadius * grid.cells;
    this.radius = Math.max(this.finest, scale.radius);
  }

  /** Corners of an equilateral triangle, turned every round so that a kink cannot hold up the search twice in the same way. */
  simplex(round: number): number[] {
    return [0, 1, 2].flatMap((corner) => {
      const [wayX, wayY] = directionTo(corner, round);
      return [this.x + this.radius * wayX, this.y + this.radius * wayY];
    });
  }

  /** @param logits [3, classes] at the corners of the simplex */
  advance(logits: Float32Array, round: number): void {
    const [a, b, c] = this.junction.classes;
    const classCount = logits.length / 3;
    const fit = { b: 0, bx: 0, by: 0, c: 0, cx: 0, cy: 0 };
    for (let corner = 0; corner < 3; corner++) {
      const offset = corner * classCount;
      const [wayX, wayY] = directionTo(corner, round);
      const overB = (logits[offset + b] - logits[offset + a]) / 3;
      const overC = (logits[offset + c] - logits[offset + a]) / 3;
      fit.b += overB;
      fit.c += overC;
      fit.bx += (2 * overB * wayX) / this.radius;
      fit.by += (2 * overB * wayY) / this.radius;
      fit.cx += (2 * overC * wayX) / this.radius;
      fit.cy += (2 * overC * wayY) / this.radius;
    }
    const slopes = [fit.bx, fit.by, fit.cx, fit.cy] as const;
    const step = newtonStep(slopes, fit.b, fit.c);
    if (step === undefined) this.isActive = false;
    else this.move(step, slopes);
  }

  private move(step: readonly [number, number], slopes: LocatedJunction['slopes']): void {
    const length = Math.hypot(step[0], step[1]);
    const limit = 2 * this.radius;
    const share = length > limit ? limit / length : 1;
    this.x += share * step[0];
    this.y += share * step[1];
    const { x, y, classes } = this.junction;
    const isFinest = this.radius === this.finest;
    if (Math.hypot(this.x - x, this.y - y) > this.scale.reach) this.isActive = false;
    else if (isFinest && length <= this.radius) {
      this.isActive = false;
      this.result = { x: this.x, y: this.y, classes, slopes };
    } else if (share === 1) this.radius = Math.max(this.finest, this.radius / 4);
  }
}

function directionTo(corner: number, round: number): readonly [number, number] {
  const angle = round + (corner * 2 * Math.PI) / 3;
  return [Math.cos(angle), Math.sin(angle)];
}

/** Solves slopes · step = −(overB, overC); undefined where the two lines are all but parallel. */
export function newtonStep(
  [bx, by, cx, cy]: LocatedJunction['slopes'],
  overB: number,
  overC: number,
): readonly [number, number] | undefined {
  const determinant = bx * cy - by * cx;
  if (!(Math.abs(determinant) > 1e-6 * Math.hypot(bx, by) * Math.hypot(cx, cy))) return undefined;
  return [(by * overC - cy * overB) / determinant, (cx * overB - bx * overC) / determinant];
}

/** Directions into the sectors of the three classes: for each, that in which its lead over the other two grows fastest. */
export function sectorDirections([bx, by, cx, cy]: LocatedJunction['slopes']): [number, number][] {
  const slopes = [
    [0, 0],
    [bx, by],
    [cx, cy],
  ];
  return [0, 1, 2].map((own) => {
    const [p, q] = [1, 2].map((other) => {
      const rival = slopes[(own + other) % 3];
      return [slopes[own][0] - rival[0], slopes[own][1] - rival[1]];
    });
    // The point of the line from p to q nearest to the origin gains on both rivals alike.
    const wayX = p[0] - q[0];
    const wayY = p[1] - q[1];
    const square = wayX * wayX + wayY * wayY;
    const share = square > 0 ? (p[0] * wayX + p[1] * wayY) / square : 0;
    const t = Math.min(1, Math.max(0, share));
    const x = p[0] - t * wayX;
    const y = p[1] - t * wayY;
    const length = Math.hypot(x, y);
    return length > 0 ? [x / length, y / length] : [0, 0];
  });
}
