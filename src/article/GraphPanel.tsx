import { topologyCard } from '../analysis/topology-card.ts';
import {
  describeAdjacencyGraph,
  drawAdjacencyGraph,
} from '../charts/adjacency-graph/adjacency-graph.ts';
import { articleText } from '../messages/article.ts';
import { Chart } from '../ui/pictures/Chart.tsx';
import { useOutdated, usePicture } from '../ui/pictures/shown-picture.ts';
import { useReading } from './figure.ts';
import { Panel } from './panels.tsx';

/** Cells per side with which a live map is made at least; what is smaller is left out. */
const cells = 96;

/** Which classes share a boundary. */
export function GraphPanel() {
  const picture = usePicture('classes');
  const outdated = useOutdated();
  const { rank } = useReading();
  const card = picture && topologyCard(picture.topology, { rank: rank ?? 0, cells });
  const shown = new Set(card?.classes.map((shape) => shape.class));
  const data = {
    classes: (card?.classes ?? []).map((shape) => ({
      class: shape.class,
      components: shape.regions,
      holes: shape.holes,
    })),
    edges: (picture?.topology.adjacency ?? []).filter(({ classes }) =>
      classes.every((label) => shown.has(label)),
    ),
  };
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
