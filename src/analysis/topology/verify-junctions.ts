import { type Grid, gridPath } from './grid.ts';
import { type LocatedJunction, newtonStep, sectorDirections } from './junctions.ts';
import { argmax, type LogitSampler } from './logit-sampler.ts';

/** A point at which the network itself has three or more classes meeting; in grid units. */
export interface MeetingPoint {
  readonly x: number;
  readonly y: number;
  /** Ascending. */
  readonly classes: readonly number[];
  /** [classes], at the point. */
  readonly logits: Float32Array;
}

/** How far, as a share of the domain, a point may be from where the logits are truly equal. */
const positionTolerance = 5e-4;
/** Largest difference of the meeting logits, as a share of how much their differences vary on the circle around. */
const spreadTolerance = 0.01;
/** Radius of the circle on which the meeting classes have to be seen, as a share of the domain. */
const circleRadius = 1.5e-3;
const circlePoints = 32;
/** Further looks into each class's sector, which may be narrow, at these multiples of the radius. */
const sectorRadii = [0.5, 1, 2];
const pointsPerJunction = 1 + circlePoints + 3 * sectorRadii.length;

/**
 * Keeps the junctions at which the logits are equal to within the tolerances, no other
 * class is above them, and each class wins somewhere close by. A fourth class that ties there and
 * wins close by joins in. One call of the network. Undefined where a junction fails.
 */
export async function verifyJunctions(
  sampler: LogitSampler,
  grid: Grid,
  junctions: readonly LocatedJunction[],
): Promise<(MeetingPoint | undefined)[]> {
  const radius = circleRadius * grid.cells;
  const points = junctions.flatMap((junction) => pointsAround(junction, radius));
  const logits = await sampler.sample(grid, gridPath(points));
  const perJunction = pointsPerJunction * sampler.classCount;
  return junctions.map((junction, i) =>
    judge(grid, junction, logits.subarray(i * perJunction, (i + 1) * perJunction)),
  );
}

function pointsAround({ x, y, slopes }: LocatedJunction, radius: number): number[] {
  const points = [x, y];
  for (let i = 0; i < circlePoints; i++) {
    const angle = (i * 2 * Math.PI) / circlePoints;
    points.push(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  for (const [wayX, wayY] of sectorDirections(slopes)) {
    for (const factor of sectorRadii) {
      points.push(x + factor * radius * wayX, y + factor * radius * wayY);
    }
  }
  return points;
}

/** @param logits [points, classes] at `pointsAround` */
function judge(
  grid: Grid,
  { x, y, classes, slopes }: LocatedJunction,
  logits: Float32Array,
): MeetingPoint | undefined {
  const classCount = logits.length / pointsPerJunction;
  const [a, b, c] = classes;
  const offTarget = newtonStep(slopes, logits[b] - logits[a], logits[c] - logits[a]);
  const tolerance = positionTolerance * grid.cells;
  if (offTarget === undefined || Math.hypot(offTarget[0], offTarget[1]) > tolerance)
    return undefined;

  const varying = Math.max(
    variationAround(logits, classCount, a, b),
    variationAround(logits, classCount, a, c),
  );
  if (spreadOf({ classes, logits }) > spreadTolerance * varying) return undefined;

  const winners = new Set<number>();
  for (let i = 1; i < pointsPerJunction; i++)
    winners.add(argmax(logits, i * classCount, classCount));
  if (!classes.every((label) => winners.has(label))) return undefined;

  const meeting = [...winners].filter(
    (label) =>
      classes.includes(label) ||
      logits[a] - logits[label] <=
        (positionTolerance / circleRadius) * variationAround(logits, classCount, a, label),
  );
  const point = {
    x,
    y,
    classes: meeting.sort((p, q) => p - q),
    logits: logits.slice(0, classCount),
  };
  return marginOf(point) > 0 ? point : undefined;
}

/** Largest change of z_a − z_b from the point to the circle. */
function variationAround(logits: Float32Array, classCount: number, a: number, b: number): number {
  let largest = 0;
  for (let i = 1; i <= circlePoints; i++) {
    const offset = i * classCount;
    const change = logits[offset + a] - logits[offset + b] - (logits[a] - logits[b]);
    largest = Math.max(largest, Math.abs(change));
  }
  return largest;
}

/** How far the lowest meeting logit lies above the other classes; Infinity where there are none. */
export function marginOf({ classes, logits }: Pick<MeetingPoint, 'classes' | 'logits'>): number {
  const others = [...logits].filter((_, label) => !classes.includes(label));
  return Math.min(...classes.map((label) => logits[label])) - Math.max(...others);
}

/** Largest difference among the meeting logits. */
export function spreadOf({ classes, logits }: Pick<MeetingPoint, 'classes' | 'logits'>): number {
  const meeting = classes.map((label) => logits[label]);
  return Math.max(...meeting) - Math.min(...meeting);
}
