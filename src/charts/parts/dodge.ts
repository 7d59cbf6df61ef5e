/**
 * Moves labels that want to stand at `wanted` (in any order) as little as needed for each to be
 * at least `gap` from the next and all within [low, high], as far as the room allows.
 */
export function dodge(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, k) => k).sort((a, b) => Number(wanted[a]) - Number(wanted[b]));
  // Blocks of touching labels, each centred on the mean of what its members want
  // (pool adjacent violators, as in isotonic regression).
  const blocks: { sum: number; count: number }[] = [];
  const top = (block: { sum: number; count: number }) => {
    const room = Math.max(low, high - (block.count - 1) * gap);
    return Math.min(Math.max(block.sum / block.count, low), room);
  };
  for (const [rank, k] of order.entries()) {
    let block = { sum: Number(wanted[k]), count: 1 };
    let before = blocks.at(-1);
    while (before !== undefined && top(block) < top(before) + before.count * gap) {
      const shift = before.count * gap * block.count;
      block = { sum: before.sum + block.sum - shift, count: before.count + block.count };
      blocks.pop();
      before = blocks.at(-1);
    }
    blocks.push(block);
    if (rank === order.length - 1) break;
  }
  const places: number[] = new Array(wanted.length);
  let next = 0;
  for (const block of blocks) {
    for (let k = 0; k < block.count; k++) {
      const index = order[next++];
      if (index !== undefined) places[index] = top(block) + k * gap;
    }
  }
  return places;
}
