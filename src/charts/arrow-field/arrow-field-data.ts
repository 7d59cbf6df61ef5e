import type { ChartOptions } from '../chart.ts';

/** What a map of the plane to itself does to probe points; all coordinates are those of the domain. */
export interface ArrowFieldData {
  /** Default [−1, 1] each way. */
  readonly domain?:
    | { readonly x: readonly [number, number]; readonly y: readonly [number, number] }
    | undefined;
  /** [N, 2], row-major: the probe points. */
  readonly starts: ArrayLike<number>;
  /** [N, 2]: where the map takes them; shorter than `starts`, or NaN, where that is not known yet. */
  readonly images: ArrayLike<number>;
  /** [N]: distances of start and image to the target curve. */
  readonly distances?:
    | { readonly before: ArrayLike<number>; readonly after: ArrayLike<number> }
    | undefined;
  /** The target: polylines of interleaved x, y. */
  readonly curve: readonly Float32Array[];
  /** [M, 2]: the points trained on. */
  readonly training?: ArrayLike<number> | undefined;
  readonly grid?: DeformationGrid | undefined;
}

/** The image of a regular grid of points, row by row. */
export interface DeformationGrid {
  readonly columns: number;
  readonly rows: number;
  /** [rows · columns, 2] */
  readonly images: ArrayLike<number>;
}

export interface ArrowFieldOptions extends ChartOptions {
  /** By the distance that is left to the curve, where it is known, or in one ink. Default 'distance'. */
  readonly colour?: 'distance' | 'ink' | undefined;
  /** The distance with the strongest colour. Default a tenth of the domain's side. */
  readonly farthest?: number | undefined;
  /** Default x₁ and x₂. */
  readonly xTitle?: string | undefined;
  readonly yTitle?: string | undefined;
  /** The data belong to an earlier run: arrows and grid are shown faint. */
  readonly dimmed?: boolean | undefined;
  /** Reads out this probe when the pointer is elsewhere. */
  readonly highlighted?: number | undefined;
  readonly onHover?: ((probe: number | undefined) => void) | undefined;
  /** Makes the probes movable, by pointer and by arrow keys. */
  readonly onMoveProbe?: ((index: number, x: number, y: number) => void) | undefined;
  /** A click on empty space, or Enter at the keyboard's cross. */
  readonly onAddProbe?: ((x: number, y: number) => void) | undefined;
  /** A double click on a probe, or Delete. */
  readonly onRemoveProbe?: ((index: number) => void) | undefined;
}
