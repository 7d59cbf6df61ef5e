/**
 * Changing the depth of a network that is being trained, with its parameters kept: growing by
 * layers that change no output, or that cost least, shrinking by merging neighbours, and rebalancing
 * neurons. Pure
 * functions in float64 on plain data. They train nothing, and know no engine: in come a problem,
 * a state as an engine saves it and the activations it reports; out go a problem and a state to
 * open an engine on. What a depth change does to the minimum that is found is left to training.
 */
export { carriedTo, type TrainedNetwork } from './carry.ts';
export { growNetwork, growTo } from './grow.ts';
export { type GrownNetwork, growCheaply } from './grow-cheaply.ts';
export type { NetworkState } from './layer-state.ts';
export { rebalance, rebalanceState } from './rebalance.ts';
export { shrinkNetwork, shrinkTo } from './shrink.ts';
export type { SplitNetwork } from './split-linear.ts';
