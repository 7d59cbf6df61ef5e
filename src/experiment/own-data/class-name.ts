/** A, B, C, D: how classes are called in tables, as on the map. */
export function className(label: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + label);
}
