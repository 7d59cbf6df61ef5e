/** Depths as people write them. */

/** The depths of `all` that satisfy something, runs of neighbours joined: "2", "4–9", "13–20". */
export function depthRanges(all: readonly number[], holds: (depth: number) => boolean): string[] {
  const ranges: { from: number; to: number; place: number }[] = [];
  all.forEach((depth, place) => {
    if (!holds(depth)) return;
    const last = ranges.at(-1);
    if (last !== undefined && last.place === place - 1) {
      last.to = depth;
      last.place = place;
    } else ranges.push({ from: depth, to: depth, place });
  });
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`));
}
