import { numericalRank } from '../analysis/ranks/numerical-rank.ts';
import { describeLayerStack, drawLayerStack } from '../charts/layer-stack.ts';
import { articleText } from '../messages/article.ts';
import { Chart } from '../ui/Chart.tsx';
import { hoverLayer, useHoveredLayer } from '../ui/hovered-layer.ts';
import { useLabState } from '../ui/lab.ts';
import { useMedia } from '../ui/media.ts';
import { Panel } from './panels.tsx';

/** The network as a stack of layers, each inked as far as its activations' rank reaches. */
export function StackPanel() {
  const orientation = useMedia('(min-width: 901px)') ? 'up' : 'right';
  const { depth, width, threshold } = useLabState((state) => state.experiment);
  const picture = useLabState((state) => state.picture);
  const outdated = useLabState((state) => state.outdated);
  const hovered = useHoveredLayer();
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
    <Panel caption={articleText('stackCaption')} className={`stack-panel ${orientation}`}>
      <Chart
        name={articleText('stackCaption')}
        description={describeLayerStack(data)}
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
    </Panel>
  );
}
