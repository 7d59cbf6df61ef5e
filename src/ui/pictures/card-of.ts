/** The one judgement of a class map that every sentence and picture of it shares. */
import { bottleneckRank } from '../../analysis/ranks/index.ts';
import { type TopologyCard, topologyCard } from '../../analysis/topology-card.ts';
import type { AdjacencyGraphData } from '../../charts/adjacency-graph/adjacency-graph.ts';
import type { ClassPicture } from '../../session/index.ts';

/** Cells per side with which a live map is made at least; what is smaller is left out. */
const cells = 96;

/** @param threshold at which the bottleneck rank is read */
export function cardOf({ topology, spectra }: ClassPicture, threshold: number): TopologyCard {
  return topologyCard(topology, { rank: bottleneckRank(spectra, threshold).rank, cells });
}

/** How the classes lie where no three meet: in a chain, or at least in bands; undefined of a single class. */
export function bandsOf({
  classes,
  tripoints,
  adjacencyIsPath,
}: TopologyCard): 'ordered' | 'unordered' | undefined {
  if (tripoints > 0 || classes.length < 2) return undefined;
  return adjacencyIsPath ? 'ordered' : 'unordered';
}

/** Which classes share a boundary, as the graph takes it; nothing before there is a map. */
export function graphData(card: TopologyCard | undefined): AdjacencyGraphData {
  return {
    classes: (card?.classes ?? []).map((shape) => ({
      class: shape.class,
      components: shape.regions,
      holes: shape.holes,
    })),
    edges: card?.adjacency ?? [],
  };
}
