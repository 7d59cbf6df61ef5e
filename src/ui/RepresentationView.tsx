import { Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { describeScatter, drawScatter } from '../charts/scatter.ts';
import { Chart } from './Chart.tsx';
import { closerLook, hoverPoint, useCloserLook } from './closer-look.ts';
import { useLabState } from './lab.ts';
import { useOutdated, usePicture } from './shown-picture.ts';

/** The data as one layer sees them; scrubbing through the layers shows the plane being folded. */
export function RepresentationView() {
  const depth = useLabState((state) => state.experiment.depth);
  const picture = usePicture('classes');
  const representation = useLabState((state) => state.insight?.representation);
  const outdated = useOutdated();
  const point = useCloserLook((look) => look.point);
  const chosen = useCloserLook((look) => look.layer);
  const layer = Math.min(depth, chosen ?? representation?.layer ?? 1);
  const labels = picture?.data.labels ?? [];
  const points =
    representation?.plane.length === 2 * labels.length ? representation.plane : new Float32Array(0);
  const data = {
    points,
    labels: points.length === 0 ? [] : labels,
    classCount: picture?.data.classCount ?? 0,
    explained: representation?.explained,
  };
  return (
    <figure className="view scatter-view">
      <figcaption>
        <h3>What a layer sees</h3>
        <Slider
          className="layer-slider"
          aria-label="Layer shown"
          minValue={1}
          maxValue={depth}
          value={layer}
          onChange={(value) => closerLook.setState({ layer: value })}
        >
          <SliderOutput>layer {layer}</SliderOutput>
          <SliderTrack className="number-track">
            <SliderThumb className="number-thumb" />
          </SliderTrack>
        </Slider>
      </figcaption>
      <Chart
        name="The data in the first two principal directions of a layer"
        description={`Layer ${layer}. ${describeScatter(data)}`}
        draw={(svg, size) =>
          drawScatter(svg, data, {
            ...size,
            dimmed: outdated,
            highlighted: point,
            onHover: hoverPoint,
          })
        }
      />
    </figure>
  );
}
