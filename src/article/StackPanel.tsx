import { describeLayerStack, drawLayerStack } from '../charts/layer-stack/layer-stack.ts';
import { articleText } from '../messages/article.ts';
import { useLabState } from '../ui/lab.ts';
import { useMedia } from '../ui/media.ts';
import { Chart } from '../ui/pictures/Chart.tsx';
import { hoverLayer, useHoveredLayer } from '../ui/pictures/hovered-layer.ts';
import { useLayerStack } from '../ui/pictures/layer-stack.ts';
import { Panel } from './panels.tsx';

/** The network as a stack of layers, each inked as far as its activations' rank reaches. */
export function StackPanel() {
  const orientation = useMedia('(min-width: 901px)') ? 'up' : 'right';
  const outdated = useLabState((state) => state.outdated);
  const hovered = useHoveredLayer();
  const data = useLayerStack();
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
