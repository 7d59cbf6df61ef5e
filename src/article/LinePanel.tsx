import { describeStrip, drawStrip } from '../charts/strip/strip.ts';
import { articleText } from '../messages/article.ts';
import { storyText } from '../messages/story.ts';
import { Chart } from '../ui/pictures/Chart.tsx';
import { useLineData, useMarkOnLine } from '../ui/pictures/line-data.ts';
import { useOutdated } from '../ui/pictures/shown-picture.ts';
import { useFigure, useLife } from './figure.ts';
import { Panel } from './panels.tsx';

/** The line itself: the data along the first principal direction where the network is narrowest. */
export function LinePanel() {
  const data = useLineData();
  const outdated = useOutdated();
  const figure = useFigure();
  const point = useLife((life) => life.point);
  const marker = useMarkOnLine(useLife((life) => life.place));
  return (
    <Panel
      caption={
        <>
          {articleText('lineCaption')}
          {data.stretches && <>. {storyText('tripoint.paler')}</>}
        </>
      }
      className="line-panel"
      outdated={outdated}
    >
      <Chart
        name={articleText('line')}
        description={describeStrip(data)}
        draw={(svg, size) =>
          drawStrip(svg, data, {
            ...size,
            dimmed: outdated,
            highlighted: point,
            marker,
            onHover: (hover) => figure.life.setState({ point: hover?.point }),
          })
        }
      />
    </Panel>
  );
}
