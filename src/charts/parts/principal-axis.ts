import { percentage } from '../figures.ts';

/** "PC 1, 97 %": an axis by its name and the share of the variance along it. */
export function axisTitle(name: string, explained: number | undefined): string {
  return explained === undefined || Number.isNaN(explained)
    ? name
    : `${name}, ${percentage(explained)}`;
}

/** The interval itself, or, where the points lie all but in one place, one wide enough for an axis. */
export function widened(low: number, high: number): [number, number] {
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low > Math.max(1e-6 * size, 1e-12)) return [low, high];
  const half = size > 1e-9 ? size : 1;
  return [low - half, high + half];
}
