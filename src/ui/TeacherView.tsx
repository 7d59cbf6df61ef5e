import { describeNonlinearity, drawNonlinearity } from '../charts/nonlinearity.ts';
import { labText } from '../messages/lab.ts';
import { Chart } from './Chart.tsx';
import { hoverLayer, useHoveredLayer } from './hovered-layer.ts';
import { Prose } from './Prose.tsx';
import { useOutdated, usePicture } from './shown-picture.ts';

/** The third panel of the paper's Figure 1: how much the nonlinearity does in each layer. */
export function TeacherView() {
  const picture = usePicture('teacher');
  const outdated = useOutdated();
  const hovered = useHoveredLayer();
  const data = { ratios: picture?.nonlinearity ?? [] };
  return (
    <figure className="view main-view teacher-view" data-outdated={outdated || undefined}>
      <figcaption>
        <h2>{labText('nonlinearity')}</h2>
        <p>
          <Prose>{labText('nonlinearityHelp')}</Prose>
        </p>
      </figcaption>
      <Chart
        name={labText('nonlinearityChart')}
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
    </figure>
  );
}
