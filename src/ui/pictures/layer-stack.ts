/** The network as a stack of layers, each inked as far as the rank of its activations reaches. */
import { numericalRank } from '../../analysis/ranks/numerical-rank.ts';
import { useLabState, useShownDepth } from '../lab.ts';

/** What the stack shows; its ranks are known once there is a picture of this depth. */
export function useLayerStack() {
  const { width, threshold } = useLabState((state) => state.experiment);
  const depth = useShownDepth();
  const picture = useLabState((state) => state.picture);
  const known = picture && picture.dims.length - 1 === depth;
  // A single layer has the rank of its weights, here as elsewhere: see `bottleneckRank`.
  const layers = depth === 1 ? picture?.spectra.weights : picture?.spectra.activations;
  return {
    depth,
    width,
    inputs: picture?.dims[0] ?? 2,
    outputs: picture?.dims.at(-1) ?? 2,
    ranks: known ? layers?.map((values) => numericalRank(values, threshold)) : undefined,
  };
}
