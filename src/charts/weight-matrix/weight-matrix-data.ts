export interface WeightMatrixData {
  /** ℓ = 1 … L. */
  readonly layer: number;
  /** Rows and columns of the matrix. */
  readonly fanIn: number;
  readonly fanOut: number;
  /** [fan in, fan out], row-major. */
  readonly weights: Float32Array;
  /** [fan out] */
  readonly biases: Float32Array;
  /** Singular values, descending, with their left vectors [count, fan in] and right ones [count, fan out]. */
  readonly triplets: {
    readonly values: Float32Array;
    readonly left: Float32Array;
    readonly right: Float32Array;
  };
}

export interface WeightMatrixOptions {
  /** Of the picture, in CSS pixels. */
  readonly width: number;
  /** Default: the screen's. */
  readonly pixelRatio?: number | undefined;
}

/** One number of the picture, under the pointer. */
export type WeightMatrixCell =
  | {
      readonly kind: 'weight';
      readonly row: number;
      readonly column: number;
      readonly value: number;
    }
  | { readonly kind: 'bias'; readonly column: number; readonly value: number }
  | {
      readonly kind: 'left' | 'right';
      /** Counts from 1. */
      readonly index: number;
      readonly entry: number;
      readonly value: number;
    };
