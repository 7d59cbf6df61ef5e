/** What every chart takes, and the size of its letters. */
export interface ChartOptions {
  /** Size of the picture in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Letter size in pixels; by default the stylesheet's `--chart-text`, a little larger in large pictures. */
  readonly textSize?: number | undefined;
  /** `false` makes every change at once; by default the duration tokens decide. */
  readonly motion?: boolean | undefined;
}
