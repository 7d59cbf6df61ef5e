/** Which value a drag or a key takes a scrubbable number to. */

/** Pixels of drag from one value to the next: fewer where there are many values. */
export function pixelsPerStep(count: number): number {
  return Math.min(28, Math.max(7, 280 / count));
}

/** Position of the value nearest to this one. */
export function positionOf(values: readonly number[], value: number): number {
  let nearest = 0;
  for (const [position, candidate] of values.entries()) {
    if (Math.abs(candidate - value) < Math.abs(values[nearest] - value)) nearest = position;
  }
  return nearest;
}

/** The position after a drag of so many pixels to the right. */
export function dragged(count: number, from: number, pixels: number): number {
  return within(count, from + Math.round(pixels / pixelsPerStep(count)));
}

/** The position after a key; undefined for a key that means nothing here. */
export function keyed(count: number, from: number, key: string): number | undefined {
  const jump = Math.max(2, Math.round(count / 8));
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return within(count, from + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(count, from - 1);
    case 'PageUp':
      return within(count, from + jump);
    case 'PageDown':
      return within(count, from - jump);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** from, from + 1, …, to */
export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function within(count: number, position: number): number {
  return Math.min(count - 1, Math.max(0, position));
}
