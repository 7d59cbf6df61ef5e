/** A line to draw: pixel positions x and values y; a NaN value is a gap. */
export interface Line {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/**
 * Reduces a series to what can be seen: of the entries that fall into one pixel column only the
 * first, the least, the greatest and the last are kept, which leaves the drawn line unchanged
 * (Jugel et al., "M4: A Visualization-Oriented Time Series Data Aggregation", VLDB 2014). A run
 * of NaN becomes a single one.
 *
 * @param position ascending pixel position of entry i; its whole part is the column.
 */
export function decimate(
  values: ArrayLike<number>,
  count: number,
  position: (index: number) => number,
): Line {
  const x: number[] = [];
  const y: number[] = [];
  let first = -1;
  let least = -1;
  let greatest = -1;
  let last = -1;
  let column = Number.NEGATIVE_INFINITY;

  const keep = (index: number) => {
    x.push(position(index));
    y.push(values[index] ?? Number.NaN);
  };
  const flush = () => {
    if (first < 0) return;
    const middle = least < greatest ? [least, greatest] : [greatest, least];
    let kept = first;
    keep(first);
    for (const index of [...middle, last]) {
      if (index > kept) keep(index);
      kept = Math.max(kept, index);
    }
    first = -1;
  };

  for (let index = 0; index < count; index++) {
    const value = values[index] ?? Number.NaN;
    if (Number.isNaN(value)) {
      flush();
      if (y.length > 0 && !Number.isNaN(y.at(-1))) keep(index);
      continue;
    }
    const here = Math.floor(position(index));
    if (first < 0 || here !== column) {
      flush();
      column = here;
      first = least = greatest = last = index;
      continue;
    }
    if (value < Number(values[least])) least = index;
    if (value > Number(values[greatest])) greatest = index;
    last = index;
  }
  flush();
  return { x: Float32Array.from(x), y: Float32Array.from(y) };
}
