import { describeStrip, drawStrip } from '../../charts/strip/strip.ts';
import { labText } from '../../messages/lab.ts';
import { useLabState } from '../lab.ts';
import { Chart } from './Chart.tsx';
import { hoverPoint, useCloserLook } from './closer-look.ts';
import { useLineData, useMarkOnLine } from './line-data.ts';
import { useOutdated } from './shown-picture.ts';

/** The line itself: the data along the first principal direction where the network is narrowest. */
export function LineView() {
  const data = useLineData();
  const layer = useLabState((state) => state.insight?.representation?.lineLayer);
  const outdated = useOutdated();
  const point = useCloserLook((look) => look.point);
  const marker = useMarkOnLine(useCloserLook((look) => look.place));
  return (
    <figure className="view strip-view">
      <figcaption>
        <h3>{labText('line')}</h3>
        <p>
          {layer === undefined ? labText('lineHelp') : labText('lineAt', { layer })}
          {data.stretches && <> {labText('linePaler')}</>}
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
            marker,
            onHover: (hover) => hoverPoint(hover?.point),
          })
        }
      />
    </figure>
  );
}
