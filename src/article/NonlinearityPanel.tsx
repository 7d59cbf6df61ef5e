import { describeNonlinearity, drawNonlinearity } from '../charts/nonlinearity.ts';
import { articleText } from '../messages/article.ts';
import { Chart } from '../ui/Chart.tsx';
import { hoverLayer, useHoveredLayer } from '../ui/hovered-layer.ts';
import { useOutdated, usePicture } from '../ui/shown-picture.ts';
import { Panel } from './panels.tsx';

/** The third panel of the paper's Figure 1: how much the nonlinearity does in each layer. */
export function NonlinearityPanel() {
  const picture = usePicture('teacher');
  const outdated = useOutdated();
  const hovered = useHoveredLayer();
  const data = { ratios: picture?.nonlinearity ?? [] };
  return (
    <Panel
      caption={articleText('nonlinearityCaption')}
      className="spectrum-panel"
      outdated={outdated}
    >
      <Chart
        name={articleText('nonlinearity')}
        description={describeNonlinearity(data)}
        draw={(svg, size) =>
          drawNonlinearity(svg, data, {
            ...size,
            titled: false,
            highlighted: hovered?.layer,
            onHover: (layer) => hoverLayer(layer === undefined ? undefined : { layer }),
          })
        }
      />
    </Panel>
  );
}
