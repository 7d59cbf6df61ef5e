import type { ChartOptions } from '../chart.ts';

export interface SpectrumData {
  /** For example "sᵢ(Wₗ), weights". */
  readonly title: string;
  /** Entry ℓ−1 holds the singular values of layer ℓ = 1 … L, descending. */
  readonly layers: readonly Float32Array[];
}

/** One value of the spectrum, or a whole layer; both count from 1, as in the formulas. */
export interface SpectrumHover {
  readonly layer: number;
  readonly index?: number | undefined;
}

export interface SpectrumOptions extends ChartOptions {
  /** A value counts towards the rank when it is above this share of its layer's largest. Default 0.1. */
  readonly threshold?: number | undefined;
  /** Smaller values are drawn at the axis floor, with a mark of their own. Default 1e-6. */
  readonly floor?: number | undefined;
  /** How many values of each layer are drawn. Default 10. */
  readonly shown?: number | undefined;
  /** Fixes the y axis, so that several charts or frames can be compared. Default: the data's decades. */
  readonly yDomain?: readonly [number, number] | undefined;
  /** `false` leaves the title to the page; the y title stays. Default true. */
  readonly titled?: boolean | undefined;
  /** Default "layer ℓ". */
  readonly xTitle?: string | undefined;
  /** Default "singular value, log scale". */
  readonly yTitle?: string | undefined;
  /** The letter of one value in labels and read-outs. Default σ. */
  readonly symbol?: string | undefined;
  /** Reads out this layer, or this value of it, when the pointer is elsewhere. */
  readonly highlighted?: SpectrumHover | undefined;
  readonly onHover?: ((hover: SpectrumHover | undefined) => void) | undefined;
}
