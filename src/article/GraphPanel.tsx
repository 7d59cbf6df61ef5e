import {
  describeAdjacencyGraph,
  drawAdjacencyGraph,
} from '../charts/adjacency-graph/adjacency-graph.ts';
import { articleText } from '../messages/article.ts';
import { Chart } from '../ui/pictures/Chart.tsx';
import { cardOf, graphData } from '../ui/pictures/card-of.ts';
import { useOutdated, usePicture } from '../ui/pictures/shown-picture.ts';
import { useReading } from './figure.ts';
import { Panel } from './panels.tsx';

/** Which classes share a boundary. */
export function GraphPanel() {
  const picture = usePicture('classes');
  const outdated = useOutdated();
  const { threshold } = useReading();
  const data = graphData(picture && cardOf(picture, threshold));
  return (
    <Panel caption={articleText('graphCaption')} className="graph-panel" outdated={outdated}>
      <Chart
        name={articleText('graph')}
        description={describeAdjacencyGraph(data)}
        draw={(svg, size) => drawAdjacencyGraph(svg, data, { ...size, dimmed: outdated })}
      />
    </Panel>
  );
}
