/** Tables in Markdown. */

export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (fields: readonly string[]) => `| ${fields.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** "1 ×3, 2": the commonest first; of many different ones the range. @param ranks ascending */
export function countedRanks(ranks: readonly number[]): string {
  const distinct = [...new Set(ranks)];
  if (distinct.length > 4) return `${ranks[0]}–${ranks[ranks.length - 1]}`;
  return distinct
    .map((rank) => ({ rank, times: ranks.filter((one) => one === rank).length }))
    .sort((a, b) => b.times - a.times)
    .map(({ rank, times }) => (times === 1 ? String(rank) : `${rank} ×${times}`))
    .join(', ');
}
