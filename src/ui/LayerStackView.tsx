import { numericalRank } from '../analysis/rank.ts';
import { describeLayerStack, drawLayerStack } from '../charts/layer-stack.ts';
import { Chart } from './Chart.tsx';
import { useLabState } from './lab.ts';
import { useMedia } from './media.ts';

/** The network as a stack of layers, each inked as far as its activations' rank reaches. */
export function LayerStackView() {
  const orientation = useMedia('(min-width: 1001px)') ? 'up' : 'right';
  const { depth, width, threshold } = useLabState((state) => state.experiment);
  const picture = useLabState((state) => state.picture);
  const outdated = useLabState((state) => state.outdated);
  const known = picture && picture.dims.length - 1 === depth;
  const data = {
    depth,
    width,
    inputs: picture?.dims[0] ?? 2,
    outputs: picture?.dims.at(-1) ?? 2,
    ranks: known
      ? picture.spectra.activations.map((values) => numericalRank(values, threshold))
      : undefined,
  };
  return (
    <Chart
      name="Layers of the network"
      description={describeLayerStack(data)}
      className={`stack ${orientation}`}
      draw={(svg, size) => drawLayerStack(svg, data, { ...size, orientation, dimmed: outdated })}
    />
  );
}
