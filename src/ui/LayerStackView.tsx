import { numericalRank } from '../analysis/index.ts';
import { describeLayerStack, drawLayerStack } from '../charts/layer-stack.ts';
import { labText } from '../messages/lab.ts';
import { Chart } from './Chart.tsx';
import { hoverLayer, useHoveredLayer } from './hovered-layer.ts';
import { useLabState } from './lab.ts';
import { useMedia } from './media.ts';

/** The network as a stack of layers, each inked as far as its activations' rank reaches. */
export function LayerStackView() {
  const orientation = useMedia('(min-width: 1001px)') ? 'up' : 'right';
  const { depth, width, threshold } = useLabState((state) => state.experiment);
  const hovered = useHoveredLayer();
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
      name={labText('layers')}
      description={describeLayerStack(data)}
      className={`stack ${orientation}`}
      draw={(svg, size) =>
        drawLayerStack(svg, data, {
          ...size,
          orientation,
          dimmed: outdated,
          highlighted: hovered?.layer,
          onHover: (layer) => hoverLayer(layer === undefined ? undefined : { layer }),
        })
      }
    />
  );
}
