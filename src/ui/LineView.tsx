import { describeStrip, drawStrip } from '../charts/strip.ts';
import { Chart } from './Chart.tsx';
import { hoverPoint, useCloserLook } from './closer-look.ts';
import { useLabState } from './lab.ts';
import { useOutdated, usePicture } from './shown-picture.ts';

/** The line itself: the data along the first principal direction where the network is narrowest. */
export function LineView() {
  const picture = usePicture('classes');
  const representation = useLabState((state) => state.insight?.representation);
  const outdated = useOutdated();
  const point = useCloserLook((look) => look.point);
  const labels = picture?.data.labels ?? [];
  const positions = representation?.line.length === labels.length ? representation.line : [];
  const data = {
    positions,
    labels: positions.length === 0 ? [] : labels,
    classCount: picture?.data.classCount ?? 0,
    explained: representation?.lineExplained,
  };
  return (
    <figure className="view strip-view">
      <figcaption>
        <h3>The line itself</h3>
        <p>
          {representation
            ? `The data at layer ${representation.lineLayer}, where the network is narrowest.`
            : 'The data where the network is narrowest.'}
        </p>
      </figcaption>
      <Chart
        name="The data on the line the network folds the plane onto"
        description={describeStrip(data)}
        draw={(svg, size) =>
          drawStrip(svg, data, {
            ...size,
            dimmed: outdated,
            highlighted: point,
            onHover: (hover) => hoverPoint(hover?.point),
          })
        }
      />
    </figure>
  );
}
