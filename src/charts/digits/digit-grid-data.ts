/** Rows of small grey images, a column for each digit. */
export interface DigitGridData {
  /** Pixels of an image's side. */
  readonly side: number;
  /** From the top. */
  readonly rows: readonly DigitRow[];
}

export interface DigitRow {
  /** For example "noisy", "output", "clean"; kept short, since it stands beside the row. */
  readonly title: string;
  /** [count, side²], row-major; 0 is paper, 1 is ink, what lies beyond is cut off. */
  readonly images: ArrayLike<number>;
  /** [count]: each image's error, written under its column; NaN writes nothing. */
  readonly errors?: ArrayLike<number> | undefined;
}

export interface DigitGridOptions {
  /** Of the picture in CSS pixels; its height follows, see `digitGridHeight`. */
  readonly width: number;
  /** Letter size in pixels. Default 12. */
  readonly textSize?: number | undefined;
  /** Largest side of one image in CSS pixels. Default 84. */
  readonly largest?: number | undefined;
  /** Device pixels of a CSS pixel. Default the window's. */
  readonly pixelRatio?: number | undefined;
  /** The images belong to an earlier run: all but the first row are shown faint. */
  readonly dimmed?: boolean | undefined;
  /** Frames this column when the pointer is elsewhere. */
  readonly highlighted?: number | undefined;
  readonly onHover?: ((column: number | undefined) => void) | undefined;
  /** Called with the column that is clicked. */
  readonly onChoose?: ((column: number) => void) | undefined;
}
