export interface DigitPadData {
  /** Pixels of the digit's side. */
  readonly side: number;
  /** [side²], row-major; 0 is paper, 1 is ink. */
  readonly values: Float32Array;
}

export interface DigitPadOptions {
  /** Of the pad's side in CSS pixels. */
  readonly size: number;
  /** Radius of the brush in pixels of the digit. Default side/22, as thick as the strokes of MNIST. */
  readonly brush?: number | undefined;
  /** Device pixels of a CSS pixel. Default the window's. */
  readonly pixelRatio?: number | undefined;
  /** Called with a new array after each movement of a stroke; without it the pad only shows. */
  readonly onDraw?: ((values: Float32Array) => void) | undefined;
  /** Called once when a stroke ends. */
  readonly onStrokeEnd?: ((values: Float32Array) => void) | undefined;
}
