/** The indices of labels that can be written without touching: both ends first, then in their order. */
export function spacedLabels(
  labels: readonly { readonly at: number; readonly room: number }[],
): ReadonlySet<number> {
  const chosen = new Set<number>();
  const last = labels.length - 1;
  for (const k of [0, last, ...labels.keys()]) {
    const label = labels[k];
    if (label === undefined || chosen.has(k)) continue;
    const isClear = [...chosen].every((other) => {
      const neighbour = labels[other];
      return (
        neighbour === undefined ||
        Math.abs(neighbour.at - label.at) >= (neighbour.room + label.room) / 2
      );
    });
    if (isClear) chosen.add(k);
  }
  return chosen;
}
