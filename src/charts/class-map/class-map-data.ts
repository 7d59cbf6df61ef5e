import type { ChartOptions } from '../chart.ts';
import type { MapStroke } from './class-map-strokes.ts';

/** What a class map shows; all coordinates are those of the data domain. */
export interface ClassMapData {
  readonly domain: { readonly x: readonly [number, number]; readonly y: readonly [number, number] };
  readonly classCount: number;
  /** Connected regions: rings of interleaved x, y, filled by the even-odd rule. */
  readonly regions: readonly ClassRegion[];
  readonly boundaries: readonly ClassBoundary[];
  readonly tripoints: readonly Tripoint[];
  readonly points: ClassPoints;
  /** Leaves along which the network is constant; none are drawn when left out. */
  readonly fibres?: readonly Fibre[] | undefined;
}

/** A streamline of the kernel of the Jacobian; it fades where the network changes along it too. */
export interface Fibre {
  /** Interleaved x, y. */
  readonly points: Float32Array;
  /** For each vertex the second singular value of the Jacobian over the first. */
  readonly ratios: Float32Array;
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
  /** Where a fibre's ratio reaches this, it is no longer seen. Default 0.3. */
  readonly fibreLimit?: number | undefined;
  /** Rings a data point, by its index, or a place of the domain; nothing is read out there. */
  readonly marker?: number | { readonly x: number; readonly y: number } | undefined;
  /** Makes the points movable by pointer and keyboard; without it the callbacks below rest. */
  readonly editing?: boolean | undefined;
  /** A click on empty space, or Enter at the keyboard's cross. */
  readonly onAddPoint?: ((x: number, y: number) => void) | undefined;
  readonly onMovePoint?: ((index: number, x: number, y: number) => void) | undefined;
  /** A double click on a point, or Delete. */
  readonly onRemovePoint?: ((index: number) => void) | undefined;
  /** Takes the pointer for strokes; points are then moved, added and removed by keyboard alone. */
  readonly onStroke?: ((stroke: MapStroke) => void) | undefined;
}
