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
import { cardOf, graphData } from './card-of.ts';
import { useOutdated, usePicture } from './shown-picture.ts';

/** The class map in a few numbers, and whether it agrees with what theory says for this rank. */
export function TopologyCardView() {
  const threshold = useLabState((state) => state.experiment.threshold);
  const picture = usePicture('classes');
  const outdated = useOutdated();
  const card = picture && cardOf(picture, threshold);
  const data = graphData(card);
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
          <span data-figure="card-tripoints">
            {labText('topologyTripoints', { count: card.tripoints })}
          </span>{' '}
          {say(topologySentence(card, (label) => className(label, undefined)))}
        </p>
      )}
    </figure>
  );
}
