import type { SpectrumOptions } from '../spectrum/spectrum-data.ts';

export interface NonlinearityData {
  /** Entry ℓ−1 is ‖Z_ℓ − σ(Z_ℓ)‖/‖Z_ℓ‖ of layer ℓ = 1 …, Z the pre-activations; NaN leaves a gap. */
  readonly ratios: ArrayLike<number>;
  /** How many layers the axis has when that is more than there are ratios, as where the output has none. */
  readonly layers?: number | undefined;
}

/**
 * Those of a spectrum that decide where its layers lie, so that both, given the same, have their
 * layers at the same pixels.
 */
export interface NonlinearityOptions
  extends Omit<SpectrumOptions, 'floor' | 'yDomain' | 'highlighted' | 'onHover'> {
  /** Default "Nonlinearity of each layer". */
  readonly title?: string | undefined;
  /** Reads out this layer (from 1) when the pointer is elsewhere. */
  readonly highlighted?: number | undefined;
  /** Called with a layer, counted from 1. */
  readonly onHover?: ((layer: number | undefined) => void) | undefined;
}
