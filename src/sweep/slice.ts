/** Results that differ in depth, seeds and draws of the data alone, as a curve over the depth needs them. */
import type { CellResult } from './result.ts';
import { type Path, pathNames } from './spec.ts';

/** The values at which the other axes are held; an axis left out is not held. */
export interface Slice {
  readonly points?: number | undefined;
  readonly lambda?: number | undefined;
  readonly width?: number | undefined;
  readonly path?: Path | undefined;
}

/** The values that each of these axes takes among the results. */
export interface SliceAxes {
  readonly points: readonly number[];
  readonly lambda: readonly number[];
  readonly width: readonly number[];
  readonly path: readonly Path[];
}

export function sliceAxes(results: readonly CellResult[]): SliceAxes {
  const ascending = (values: Iterable<number>) => [...new Set(values)].sort((a, b) => a - b);
  return {
    points: ascending(results.map(({ points }) => points)),
    lambda: ascending(results.map(({ lambda }) => lambda)),
    width: ascending(results.map(({ width }) => width)),
    path: pathNames.filter((path) => results.some((result) => result.path === path)),
  };
}

/** The results of a slice. */
export function inSlice<Result extends CellResult>(
  results: readonly Result[],
  { points, lambda, width, path }: Slice,
): Result[] {
  return results.filter(
    (result) =>
      (points === undefined || result.points === points) &&
      (lambda === undefined || result.lambda === lambda) &&
      (width === undefined || result.width === width) &&
      (path === undefined || result.path === path),
  );
}
