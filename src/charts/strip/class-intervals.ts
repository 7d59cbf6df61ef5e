/** The stretch of the line that a class's points occupy. */
export interface ClassInterval {
  readonly class: number;
  readonly from: number;
  readonly to: number;
}

/** From the first to the last point of each class that has any, in the order in which they begin. */
export function classIntervals(
  positions: ArrayLike<number>,
  labels: ArrayLike<number>,
  classCount: number,
): ClassInterval[] {
  const from = new Array<number>(classCount).fill(Number.POSITIVE_INFINITY);
  const to = new Array<number>(classCount).fill(Number.NEGATIVE_INFINITY);
  for (let n = 0; n < labels.length; n++) {
    const position = Number(positions[n]);
    if (!Number.isFinite(position)) continue;
    const label = Number(labels[n]);
    from[label] = Math.min(Number(from[label]), position);
    to[label] = Math.max(Number(to[label]), position);
  }
  return from
    .map((start, label) => ({ class: label, from: start, to: Number(to[label]) }))
    .filter((interval) => interval.from <= interval.to)
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The stretches that belong to two or more intervals, joined where they touch. */
export function overlaps(intervals: readonly ClassInterval[]): (readonly [number, number])[] {
  const found: [number, number][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const { from, to } of intervals) {
    const end = Math.min(reach, to);
    const last = found.at(-1);
    if (from < end) {
      if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], end);
      else found.push([from, end]);
    }
    reach = Math.max(reach, to);
  }
  return found;
}

/**
 * The lane of each stretch, such that those in one lane keep `gap` apart; the fewest lanes that
 * do. The stretches have to come in ascending order of where they begin.
 */
export function lanes(stretches: readonly (readonly [number, number])[], gap: number): number[] {
  const ends: number[] = [];
  return stretches.map(([from, to]) => {
    const free = ends.findIndex((end) => end + gap <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = to;
    return lane;
  });
}
