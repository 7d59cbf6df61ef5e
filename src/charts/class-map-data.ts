import type { ChartOptions } from './chart.ts';

/** What a class map shows; all coordinates are those of the data domain. */
export interface ClassMapData {
  readonly domain: { readonly x: readonly [number, number]; readonly y: readonly [number, number] };
  readonly classCount: number;
  /** Connected regions: rings of interleaved x, y, filled by the even-odd rule. */
  readonly regions: readonly ClassRegion[];
  readonly boundaries: readonly ClassBoundary[];
  readonly tripoints: readonly Tripoint[];
  readonly points: ClassPoints;
}

export interface ClassRegion {
  readonly class: number;
  readonly rings: readonly Float32Array[];
  /** In squared units of the domain. */
  readonly area: number;
}

export interface ClassBoundary {
  readonly classes: readonly [number, number];
  /** Interleaved x, y. */
  readonly points: Float32Array;
  readonly closed: boolean;
}

export interface Tripoint {
  readonly x: number;
  readonly y: number;
  readonly classes: readonly number[];
}

export interface ClassPoints {
  /** [N, 2], row-major. */
  readonly inputs: Float32Array;
  /** [N] */
  readonly labels: ArrayLike<number>;
  /** [N]; where it differs from `labels` the point is marked as misclassified. */
  readonly predicted?: ArrayLike<number> | undefined;
}

/** What lies under the pointer. */
export interface ClassMapHover {
  readonly x: number;
  readonly y: number;
  /** Class of the region there; undefined where no region is known. */
  readonly class: number | undefined;
  /** Index of the data point under the pointer, if it is on one. */
  readonly point: number | undefined;
}

export interface ClassMapOptions extends ChartOptions {
  /** Same id: updated in place. Another id: the new picture fades in over the old one. */
  readonly pictureId?: string | number | undefined;
  /** The picture no longer belongs to the present run: shown faint; the points stay strong. */
  readonly dimmed?: boolean | undefined;
  /** Default A, B, C, …; kept short, since they are written into the regions. */
  readonly classNames?: readonly string[] | undefined;
  /** Default x₁ and x₂. */
  readonly xTitle?: string | undefined;
  readonly yTitle?: string | undefined;
  /** Reads out this place of the domain when the pointer is elsewhere. */
  readonly highlighted?: { readonly x: number; readonly y: number } | undefined;
  readonly onHover?: ((hover: ClassMapHover | undefined) => void) | undefined;
}
