import { bottleneckRank } from '../../analysis/index.ts';
import { topologyCard } from '../../analysis/topology-card.ts';
import { topologySentence } from '../../analysis/topology-verdict.ts';
import {
  describeAdjacencyGraph,
  drawAdjacencyGraph,
} from '../../charts/adjacency-graph/adjacency-graph.ts';
import { className } from '../../charts/parts/class-mark.ts';
import { labText } from '../../messages/lab.ts';
import { say } from '../../messages/say.ts';
import { useLabState } from '../lab.ts';
import { Chart } from './Chart.tsx';
import { useOutdated, usePicture } from './shown-picture.ts';

/** Cells per side with which a live map is made at least; what is smaller is left out. */
const cells = 96;

/** The class map in a few numbers, and whether it agrees with what theory says for this rank. */
export function TopologyCardView() {
  const threshold = useLabState((state) => state.experiment.threshold);
  const picture = usePicture('classes');
  const outdated = useOutdated();
  const card =
    picture &&
    topologyCard(picture.topology, {
      rank: bottleneckRank(picture.spectra, threshold).rank,
      cells,
    });
  const data = {
    classes: (card?.classes ?? []).map((shape) => ({
      class: shape.class,
      components: shape.regions,
      holes: shape.holes,
    })),
    edges: (picture?.topology.adjacency ?? []).filter(({ classes }) =>
      classes.every((label) => card?.classes.some((shape) => shape.class === label)),
    ),
  };
  return (
    <figure className="view topology-view">
      <figcaption>
        <h3>{labText('topology')}</h3>
        <p>{labText('topologyHelp')}</p>
      </figcaption>
      <Chart
        name={labText('topologyChart')}
        description={describeAdjacencyGraph(data)}
        draw={(svg, size) => drawAdjacencyGraph(svg, data, { ...size, dimmed: outdated })}
      />
      {card && (
        <p className="note">
          {say(topologySentence(card, (label) => className(label, undefined)))}
        </p>
      )}
    </figure>
  );
}
