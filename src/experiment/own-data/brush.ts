/** A brush that leaves points of one class along its way, and one that takes points away. */
import { filterPoints, type OwnPoints } from './own-points.ts';

/** Where a stroke has been, so that its next piece goes on from there. */
export interface BrushStroke {
  readonly last: readonly [number, number] | undefined;
  /** Way since the last point was left, in data units. */
  readonly since: number;
}

/** Way between two points of a stroke, and how far they scatter about it; in data units. */
const spacing = 0.16;
const spread = 0.2;
/** Points this near to the rubber go. */
const reach = 0.2;

/**
 * The places [M, 2] where the next piece of a stroke leaves points, and the stroke after it. The
 * first touch leaves one exactly where it is.
 * @param random uniform on [0, 1)
 */
export function brushedPlaces(
  stroke: BrushStroke | undefined,
  x: number,
  y: number,
  random: () => number,
): { readonly places: number[]; readonly stroke: BrushStroke } {
  if (!stroke?.last) return { places: [x, y], stroke: { last: [x, y], since: 0 } };
  const [fromX, fromY] = stroke.last;
  const length = Math.hypot(x - fromX, y - fromY);
  const places: number[] = [];
  let at = spacing - stroke.since;
  for (; at <= length; at += spacing) {
    const share = at / length;
    const [angle, radius] = [2 * Math.PI * random(), spread * Math.sqrt(random())];
    places.push(
      fromX + share * (x - fromX) + radius * Math.cos(angle),
      fromY + share * (y - fromY) + radius * Math.sin(angle),
    );
  }
  return { places, stroke: { last: [x, y], since: length - (at - spacing) } };
}

/** The points without those that a rubber touches on its way [M, 2]. */
export function erased(points: OwnPoints, way: ArrayLike<number>): OwnPoints {
  const { inputs } = points;
  return filterPoints(points, (index) => {
    const [x, y] = [inputs[2 * index], inputs[2 * index + 1]];
    for (let i = 0; i + 1 < way.length; i += 2) {
      const from = Math.max(0, i - 2);
      if (distanceToPiece(x, y, way[from], way[from + 1], way[i], way[i + 1]) < reach) return false;
    }
    return true;
  });
}

function distanceToPiece(
  x: number,
  y: number,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const square = dx * dx + dy * dy;
  const along =
    square > 0 ? Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / square)) : 0;
  return Math.hypot(x - fromX - along * dx, y - fromY - along * dy);
}
