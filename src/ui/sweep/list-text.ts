/** Lists of numbers as people type them: "2, 4, 8-12", "0-4", "0.01 0.03". */

export interface ListText {
  readonly values: readonly number[];
  /** The first part that is no number, or lies outside the range. */
  readonly problem: string | undefined;
}

interface Range {
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
}

/** Reads such a list; whole numbers may be given as ranges, "2-12" or, in steps, "2-12:2". */
export function readList(text: string, { min, max, integer }: Range): ListText {
  const values = new Set<number>();
  for (const part of text.split(/[\s,;，；、]+/).filter(Boolean)) {
    const range = integer ? /^(\d+)[-–](\d+)(?::(\d+))?$/.exec(part) : null;
    const [from, to, step] = range ? range.slice(1).map(Number) : [Number(part), Number(part), 1];
    const isRead =
      Number.isFinite(from) && from >= min && to <= max && from <= to && (step || 1) >= 1;
    if (!isRead || (integer && !Number.isInteger(from))) return { values: [], problem: part };
    for (let value = from; value <= to; value += step || 1) values.add(value);
  }
  return { values: [...values].sort((a, b) => a - b), problem: undefined };
}

/** The list as such a text, neighbours joined to ranges. */
export function writeList(values: readonly number[]): string {
  const parts: string[] = [];
  for (let k = 0; k < values.length; ) {
    let end = k;
    while (values[end + 1] === values[end] + 1) end++;
    if (end - k >= 2) parts.push(`${values[k]}-${values[end]}`);
    else parts.push(...values.slice(k, end + 1).map(String));
    k = end + 1;
  }
  return parts.join(', ');
}
