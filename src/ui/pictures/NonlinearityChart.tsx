import { describeNonlinearity, drawNonlinearity } from '../../charts/nonlinearity/nonlinearity.ts';
import { Chart } from './Chart.tsx';
import { hoverLayer, useHoveredLayer } from './hovered-layer.ts';
import { usePicture } from './shown-picture.ts';

/** The third panel of the paper's Figure 1: how much the nonlinearity does in each layer. */
export function NonlinearityChart({ name }: { readonly name: string }) {
  const picture = usePicture('teacher');
  const hovered = useHoveredLayer();
  const data = { ratios: picture?.nonlinearity ?? [] };
  return (
    <Chart
      name={name}
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
  );
}
