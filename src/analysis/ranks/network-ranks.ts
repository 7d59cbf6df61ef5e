import type { NetworkSpectra } from '../../engine/engine.ts';
import { effectiveRank } from './effective-rank.ts';
import { largestGap, type SpectralGap } from './largest-gap.ts';
import { type BottleneckRank, bottleneckRank, numericalRank } from './numerical-rank.ts';
import { stableRank } from './stable-rank.ts';

export interface RankOptions {
  /** Of the numerical rank, as a share of the largest singular value. */
  readonly threshold: number;
  /** Below this share of the largest singular value there are no gaps; see `largestGap`. */
  readonly gapFloor?: number;
}

/** One spectrum in four ways. */
export interface SpectrumRanks {
  readonly numerical: number;
  /** Undefined where there is no gap to speak of; see `largestGap`. */
  readonly gap: SpectralGap | undefined;
  readonly stable: number;
  readonly effective: number;
}

export interface LayerRanks {
  /** ℓ = 1 … L. */
  readonly layer: number;
  readonly weights: SpectrumRanks;
  readonly activations: SpectrumRanks;
}

export interface NetworkRanks {
  readonly layers: readonly LayerRanks[];
  readonly bottleneck: BottleneckRank;
  /** The widest gap in the activations of a hidden layer: where a rank is to be read most plainly. */
  readonly clearestGap: (SpectralGap & { readonly layer: number }) | undefined;
}

/**
 * All four ranks of one spectrum.
 * @param singularValues descending
 */
export function spectrumRanks(
  singularValues: ArrayLike<number>,
  { threshold, gapFloor }: RankOptions,
): SpectrumRanks {
  return {
    numerical: numericalRank(singularValues, threshold),
    gap: largestGap(singularValues, gapFloor),
    stable: stableRank(singularValues),
    effective: effectiveRank(singularValues),
  };
}

/**
 * The ranks of every layer of a network and what they come to.
 * @param spectra with activations centred over the points: otherwise their mean counts as a
 *   direction and every rank of the activations may be one too high
 */
export function networkRanks(spectra: NetworkSpectra, options: RankOptions): NetworkRanks {
  const layers = spectra.weights.map((weights, index) => ({
    layer: index + 1,
    weights: spectrumRanks(weights, options),
    activations: spectrumRanks(spectra.activations[index], options),
  }));
  let clearestGap: NetworkRanks['clearestGap'];
  for (const { layer, activations } of layers.slice(0, -1)) {
    const { gap } = activations;
    if (gap !== undefined && gap.ratio > (clearestGap?.ratio ?? 0)) clearestGap = { ...gap, layer };
  }
  return { layers, bottleneck: bottleneckRank(spectra, options.threshold), clearestGap };
}
