/**
 * Curves in the plane on which autoencoders are trained: a deep one should learn to project onto
 * them. The paper's curve is that of Figure 3 of Jacot, "Implicit Bias of Large Depth Networks"
 * (ICLR 2023), read off a rendering of the figure.
 */
import type { Random } from '../random.ts';
import type { CurveData, Polyline } from './data-set.ts';
import type { Described } from './described.ts';
import { curveDomain } from './domain.ts';

type Point = [number, number];

export interface CurveFamily extends Described {
  readonly kind: 'curve';
  /** Each stretch of the curve as a function of t from 0 to 1. */
  readonly stretches: readonly ((t: number) => Point)[];
  /** Where on its stretch the next point lies; uniform unless given. */
  place?(random: Random): number;
}

const paperKnots: Polyline = [
  [-0.53, -0.69],
  [-0.44, -0.55],
  [-0.3, -0.2],
  [-0.2, 0],
  [-0.02, 0.03],
  [0.15, 0.085],
  [0.35, 0.09],
  [0.6, 0.05],
  [0.79, -0.005],
];

/** The point at share t of the knots' number along a polygon line. */
function between(knots: Polyline, t: number): Point {
  const last = knots.length - 1;
  const before = Math.min(last - 1, Math.floor(t * last));
  const share = t * last - before;
  const [a, b] = [knots[before], knots[before + 1]];
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}

const usual = { kind: 'curve', points: 300, fixed: false, noise: 0 } as const;

/** Half the width of the interval over which the paper's parameter is spread. */
const reach = 1.2;

export const paperCurve: CurveFamily = {
  ...usual,
  stretches: [(t) => between(paperKnots, t)],
  place: (random) =>
    (Math.min(reach, Math.max(-reach, 0.5 * random.normal())) + reach) / (2 * reach),
};

export const line: CurveFamily = {
  ...usual,
  stretches: [(t) => [1.5 * t - 0.75, 0.8 * t - 0.4]],
};

export const circle: CurveFamily = {
  ...usual,
  stretches: [(t) => [0.7 * Math.cos(2 * Math.PI * t), 0.7 * Math.sin(2 * Math.PI * t)]],
};

export const sCurve: CurveFamily = {
  ...usual,
  stretches: [(t) => [0.45 * Math.sin(2 * Math.PI * (t - 0.5)), 1.6 * t - 0.8]],
};

export const twoArcs: CurveFamily = {
  ...usual,
  stretches: [
    (t) => [0.5 * Math.cos(Math.PI * t) - 0.22, 0.5 * Math.sin(Math.PI * t) - 0.1],
    (t) => [0.22 - 0.5 * Math.cos(Math.PI * t), 0.1 - 0.5 * Math.sin(Math.PI * t)],
  ],
};

/** Corners of the polygon line that stands for a stretch; a multiple of the paper's knots. */
const corners = 128;

/**
 * Draws points on a curve, in turn on each of its stretches, clipped to the square of the curves.
 * @param noise standard deviation of the scatter around the curve
 */
export function sampleCurve(
  { stretches, place = (random) => random.uniform() }: CurveFamily,
  points: number,
  noise: number,
  random: Random,
): CurveData {
  const inputs = new Float32Array(2 * points);
  const within = (value: number, [from, to]: readonly [number, number]) =>
    Math.min(to, Math.max(from, value));
  for (let row = 0; row < points; row++) {
    const [x, y] = stretches[row % stretches.length](place(random));
    inputs[2 * row] = within(x + (noise && noise * random.normal()), curveDomain.x);
    inputs[2 * row + 1] = within(y + (noise && noise * random.normal()), curveDomain.y);
  }
  const curve = stretches.map((at) =>
    Array.from({ length: corners + 1 }, (_, i) => at(i / corners)),
  );
  return { kind: 'curve', inputs, curve };
}
