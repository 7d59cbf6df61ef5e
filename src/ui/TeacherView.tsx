import { describeNonlinearity, drawNonlinearity } from '../charts/nonlinearity.ts';
import { Chart } from './Chart.tsx';
import { hoverLayer, useHoveredLayer } from './hovered-layer.ts';
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
        <h2>Nonlinearity</h2>
        <p>
          ‖<var>Z</var> − σ(<var>Z</var>)‖/‖<var>Z</var>‖ of each layer’s pre-activations: at zero
          the layer passes its input through.
        </p>
      </figcaption>
      <Chart
        name="How much the nonlinearity does in each layer"
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
