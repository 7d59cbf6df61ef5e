import { describeStrip, drawStrip } from '../charts/strip.ts';
import { labText } from '../messages/lab.ts';
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
        <h3>{labText('line')}</h3>
        <p>
          {representation
            ? labText('lineAt', { layer: representation.lineLayer })
            : labText('lineHelp')}
        </p>
      </figcaption>
      <Chart
        name={labText('lineChart')}
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
