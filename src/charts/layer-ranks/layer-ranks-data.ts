import type { ChartOptions } from '../chart.ts';

/** One spectrum, counted in four ways. */
export interface CountedRanks {
  /** Singular values above the threshold. */
  readonly numerical: number;
  /** Singular values before the largest gap; undefined where there is none to speak of. */
  readonly gap: number | undefined;
  /** ‖A‖²_F/‖A‖². */
  readonly stable: number;
  /** Exponential of the entropy of the singular values. */
  readonly effective: number;
}

export interface LayerRanksData {
  /** What is counted, for the title: "Weights W", "Activations Z, centred". */
  readonly title: string;
  /** Entry ℓ−1 belongs to layer ℓ = 1 … L. */
  readonly layers: readonly CountedRanks[];
  /** The layer ℓ of the bottleneck, to be marked. */
  readonly bottleneck?: number | undefined;
}

export interface LayerRanksOptions extends ChartOptions {
  /** The picture belongs to the past. */
  readonly dimmed?: boolean | undefined;
  /** Reads out this layer (from 1) when the pointer is elsewhere. */
  readonly highlighted?: number | undefined;
  /** Called with a layer, counted from 1. */
  readonly onHover?: ((layer: number | undefined) => void) | undefined;
}
