/**
 * How many directions a matrix, a layer or a network really uses, read off singular values in
 * four ways: above a threshold, up to the largest gap, by energy (stable rank) and by entropy
 * (effective rank). In come the spectra an engine measures; out come numbers. Nothing here
 * computes a singular value.
 */
export { effectiveRank } from './effective-rank.ts';
export { largestGap, type SpectralGap } from './largest-gap.ts';
export {
  type LayerRanks,
  type NetworkRanks,
  networkRanks,
  type RankOptions,
  type SpectrumRanks,
  spectrumRanks,
} from './network-ranks.ts';
export {
  type BottleneckRank,
  bottleneckRank,
  isNothing,
  nothing,
  numericalRank,
} from './numerical-rank.ts';
export { stableRank } from './stable-rank.ts';
