/** Brings coordinates of any size into the square that networks are shown. */
import { domain } from '../data/domain.ts';

/** What was done: x ↦ (x − centre) · factor, for each coordinate. */
export interface Fit {
  readonly centre: readonly [number, number];
  readonly factor: readonly [number, number];
}

/** Points that fit, and spread at least over this share of the square, are left as they are. */
const leastShare = 0.25;
/** Share of the square that points are spread over otherwise. */
const share = 0.9;
/** A longer side than this many times the other would leave a thread: then each side is scaled by itself. */
const longestSide = 5;

const [left, right] = domain.x;
const side = right - left;

/** Coordinates [N, 2] scaled and moved into the domain; both by one factor, so that shapes stay. */
export function fitToDomain(coordinates: Float64Array): {
  readonly inputs: Float32Array;
  readonly fit: Fit | undefined;
} {
  const [x, y] = [extent(coordinates, 0), extent(coordinates, 1)];
  const longest = Math.max(x.size, y.size);
  const isInside = [x, y].every(({ from, to }) => from >= left && to <= right);
  if (isInside && (longest === 0 || longest >= leastShare * side)) {
    return { inputs: Float32Array.from(coordinates), fit: undefined };
  }
  const shortest = Math.min(x.size, y.size);
  const isThread = shortest > 0 && longest > longestSide * shortest;
  const factorOf = (size: number) => {
    const of = isThread ? size : longest;
    return of > 0 ? (share * side) / of : 1;
  };
  const fit: Fit = {
    centre: [x.middle, y.middle],
    factor: [factorOf(x.size), factorOf(y.size)],
  };
  const inputs = Float32Array.from(
    coordinates,
    (value, i) => (value - fit.centre[i % 2]) * fit.factor[i % 2],
  );
  return { inputs, fit };
}

function extent(coordinates: Float64Array, first: number) {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = first; i < coordinates.length; i += 2) {
    from = Math.min(from, coordinates[i]);
    to = Math.max(to, coordinates[i]);
  }
  return { from, to, size: to - from, middle: from / 2 + to / 2 };
}
