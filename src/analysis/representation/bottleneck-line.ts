import { principalComponents } from './principal-components.ts';

/** Consecutive points of one class on the line. */
export interface ClassRun {
  readonly class: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** All points of a class on the line. */
export interface ClassSpan extends ClassRun {
  readonly median: number;
}

/** Where the spans of two classes overlap. */
export interface ClassOverlap {
  /** In the order of the spans. */
  readonly classes: readonly [number, number];
  readonly low: number;
  readonly high: number;
  /** How many points of the two classes lie there. */
  readonly points: number;
}

/**
 * The line that a network of bottleneck rank 1 folds its data onto: the first principal
 * component at its bottleneck layer.
 */
export interface BottleneckLine {
  /** [width]: the activations at coordinate 0. */
  readonly mean: Float64Array;
  /** [width]: unit vector. */
  readonly direction: Float64Array;
  /** Share of the variance that lies along the line: 1 if the layer is of rank 1. */
  readonly share: number;
  /** [N] */
  readonly coordinates: Float32Array;
  /** From low to high. If there are as many as classes, the classes are disjoint intervals. */
  readonly runs: readonly ClassRun[];
  /** One for each class that has points, ordered by median. */
  readonly spans: readonly ClassSpan[];
  readonly overlaps: readonly ClassOverlap[];
}

/**
 * Finds the line in the activations of one layer, usually that of `bottleneckRank`.
 *
 * @param activations [N, width], row-major
 * @param labels [N]
 * @param reference coordinates [N] of an earlier line, whose orientation is kept; otherwise the
 *   lowest class lies to the left of the highest
 * @returns without runs, spans and overlaps, and NaN otherwise, where an activation is not finite
 */
export function bottleneckLine(
  activations: Float32Array,
  width: number,
  labels: ArrayLike<number>,
  reference?: Float32Array,
): BottleneckLine {
  const { mean, directions, scores, shares } = principalComponents(activations, width, 1);
  const isReversed = reference
    ? scores.reduce((sum, score, i) => sum + score * reference[i], 0) < 0
    : lowestIsRight(scores, labels);
  const sign = isReversed ? -1 : 1;
  const coordinates = scores.map((score) => sign * score);
  const direction = directions.map((entry) => sign * entry);
  if (!coordinates.every(Number.isFinite)) {
    return { mean, direction, share: shares[0], coordinates, runs: [], spans: [], overlaps: [] };
  }
  const spans = spansOf(coordinates, labels);
  return {
    mean,
    direction,
    share: shares[0],
    coordinates,
    runs: runsOf(coordinates, labels),
    spans,
    overlaps: overlapsOf(spans, coordinates, labels),
  };
}

/**
 * Where any points lie on the line.
 * @param activations [M, width] of the line's layer at those points, row-major
 * @returns [M]
 */
export function coordinatesOn(
  { mean, direction }: Pick<BottleneckLine, 'mean' | 'direction'>,
  activations: Float32Array,
): Float32Array {
  const width = mean.length;
  return Float32Array.from({ length: activations.length / width }, (_, row) => {
    let sum = 0;
    for (let j = 0; j < width; j++) sum += (activations[row * width + j] - mean[j]) * direction[j];
    return sum;
  });
}

function lowestIsRight(scores: Float32Array, labels: ArrayLike<number>): boolean {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < labels.length; i++) {
    lowest = Math.min(lowest, labels[i]);
    highest = Math.max(highest, labels[i]);
  }
  const meanOf = (label: number) => {
    const own = scores.filter((_, i) => labels[i] === label);
    return own.reduce((sum, score) => sum + score, 0) / own.length;
  };
  return labels.length > 0 && meanOf(lowest) > meanOf(highest);
}

function runsOf(coordinates: Float32Array, labels: ArrayLike<number>): ClassRun[] {
  const order = Array.from(coordinates.keys());
  order.sort((p, q) => coordinates[p] - coordinates[q] || labels[p] - labels[q]);
  const runs: ClassRun[] = [];
  for (const i of order) {
    const at = coordinates[i];
    const open = runs.at(-1);
    if (open?.class === labels[i]) {
      runs[runs.length - 1] = { ...open, high: at, count: open.count + 1 };
    } else runs.push({ class: labels[i], low: at, high: at, count: 1 });
  }
  return runs;
}

function spansOf(coordinates: Float32Array, labels: ArrayLike<number>): ClassSpan[] {
  const byClass = new Map<number, number[]>();
  coordinates.forEach((coordinate, i) => {
    const own = byClass.get(labels[i]);
    if (own === undefined) byClass.set(labels[i], [coordinate]);
    else own.push(coordinate);
  });
  return Array.from(byClass, ([label, own]) => {
    own.sort((p, q) => p - q);
    const count = own.length;
    const median = (own[Math.floor((count - 1) / 2)] + own[Math.floor(count / 2)]) / 2;
    return { class: label, low: own[0], high: own[count - 1], count, median };
  }).sort((p, q) => p.median - q.median || p.class - q.class);
}

function overlapsOf(
  spans: readonly ClassSpan[],
  coordinates: Float32Array,
  labels: ArrayLike<number>,
): ClassOverlap[] {
  return spans.flatMap((first, i) =>
    spans.slice(i + 1).flatMap((second) => {
      const low = Math.max(first.low, second.low);
      const high = Math.min(first.high, second.high);
      if (low > high) return [];
      const isInside = (coordinate: number, index: number) =>
        (labels[index] === first.class || labels[index] === second.class) &&
        coordinate >= low &&
        coordinate <= high;
      return [
        {
          classes: [first.class, second.class] as const,
          low,
          high,
          points: coordinates.filter(isInside).length,
        },
      ];
    }),
  );
}
