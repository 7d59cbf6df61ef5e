/**
 * What the topology of a classifier says about its rank, and the other way round: the class map
 * in a few numbers, and whether it agrees with what theory says for a bottleneck rank.
 *
 * In come a `ClassTopology` and a rank estimate; out comes plain data (see topology-verdict.ts
 * for its words). It measures nothing on the network.
 */
import {
  type Adjacency,
  adjacencyOrder,
  type ClassTopology,
  type Region,
} from './topology/index.ts';

/** Betti numbers of one class's set {x : argmax = class}, without slivers. */
export interface ClassShape {
  readonly class: number;
  /** β₀: connected regions. */
  readonly regions: number;
  /** β₁: holes in them. */
  readonly holes: number;
  /** Share of the domain. */
  readonly share: number;
}

/**
 * What theory says for the rank, and whether it holds. The theorem is about functions of exactly
 * that rank (Jacot, ICLR 2023, §5): rank 1 ⇒ no three classes meet. That each class then is a
 * preimage of intervals of a line, and that generically at most k + 1 classes meet in a point at
 * rank k, follows from it.
 */
export type TopologyVerdict =
  /** Fewer than two classes win anywhere: there are no boundaries to speak of. */
  | { readonly kind: 'one-class' }
  /** Several classes win, though no direction was found above the threshold. */
  | { readonly kind: 'rank-0-fails'; readonly classes: number }
  /** Two classes have no tripoints at any rank. */
  | { readonly kind: 'two-classes'; readonly rank: number }
  /**
   * No tripoints at rank 1. `order` is the chain of neighbouring classes; it is undefined where the
   * adjacency graph is no path, which needs a class that takes more than one interval of the line.
   */
  | { readonly kind: 'rank-1-holds'; readonly order: readonly number[] | undefined }
  /** Tripoints at rank 1: the function uses a second direction after all, below the threshold. */
  | { readonly kind: 'rank-1-fails'; readonly tripoints: number }
  /** Rank k ≥ 2, and nowhere do more than k + 1 classes meet. `bands`: not even three, so that rank 1 would do. */
  | {
      readonly kind: 'rank-k-holds';
      readonly rank: number;
      /** The largest number of classes that meet in a point; 2 without tripoints. */
      readonly meeting: number;
      readonly bands: boolean;
    }
  /** Rank k ≥ 2, but more than k + 1 classes meet in a point: a coincidence, or a rank too low. */
  | { readonly kind: 'rank-k-fails'; readonly rank: number; readonly meeting: number };

export interface TopologyCard {
  /** One for each class that owns more than slivers, ascending. */
  readonly classes: readonly ClassShape[];
  readonly tripoints: number;
  /** Whether the tripoints were verified on the network, and none was left open. */
  readonly tripointsCertain: boolean;
  /**
   * Neighbouring classes; pairs that touch along less than a cell's side do not count. What lies on
   * either side of a sliver borders on each other: a band too thin to count parts nothing.
   */
  readonly adjacency: readonly Adjacency[];
  readonly adjacencyIsPath: boolean;
  readonly verdict: TopologyVerdict;
}

export interface TopologyCardOptions {
  /** Estimated bottleneck rank. */
  readonly rank: number;
  /** Finest cells per side with which the topology was mapped (`fine` of `mapClasses`). */
  readonly cells: number;
}

/**
 * Sums a class map up and judges it. Regions and holes smaller than one finest cell are slivers:
 * the grid cannot tell them from the rounding of a line, so they are left out, and a class that
 * has only slivers is not there.
 */
export function topologyCard(
  topology: ClassTopology,
  { rank, cells }: TopologyCardOptions,
): TopologyCard {
  const { domain } = topology;
  const whole = (domain.x[1] - domain.x[0]) * (domain.y[1] - domain.y[0]);
  const cell = whole / cells ** 2;
  const classes = topology.labelsPresent
    .map((label) => {
      const own = topology.regions.filter(
        (region) => region.class === label && region.area >= cell,
      );
      return {
        class: label,
        regions: own.length,
        holes: own.reduce((sum, region) => sum + holesOf(region, cell), 0),
        share: own.reduce((sum, { area }) => sum + area, 0) / whole,
      };
    })
    .filter(({ regions }) => regions > 0);
  const present = classes.map((shape) => shape.class);
  const adjacency = adjacencyAcross(
    topology.labelsPresent.filter((label) => !present.includes(label)),
    topology.adjacency,
  );
  const order = adjacencyOrder({ labelsPresent: present, adjacency });
  const meeting = topology.tripoints.reduce((most, p) => Math.max(most, p.classes.length), 2);
  const tripoints = topology.tripoints.length;
  return {
    classes,
    tripoints,
    tripointsCertain: topology.tripointsVerified && topology.unverified === 0,
    adjacency,
    adjacencyIsPath: order !== undefined,
    verdict: judge({ rank, present: present.length, tripoints, meeting, order }),
  };
}

/** The neighbours that are left without these classes, each of which joins its own neighbours. */
function adjacencyAcross(
  left: readonly number[],
  adjacency: readonly Adjacency[],
): readonly Adjacency[] {
  return left.reduce((pairs, gone) => {
    const sides = pairs.flatMap(({ classes: [a, b], length }) =>
      a === gone ? [{ label: b, length }] : b === gone ? [{ label: a, length }] : [],
    );
    const kept = pairs.filter(({ classes }) => !classes.includes(gone));
    const isKnown = (a: number, b: number) =>
      kept.some(({ classes }) => classes.includes(a) && classes.includes(b));
    const joined = sides.flatMap((one, k) =>
      sides.slice(k + 1).flatMap((other): Adjacency[] => {
        if (isKnown(one.label, other.label)) return [];
        const [a, b] = [one.label, other.label].sort((p, q) => p - q);
        return [{ classes: [a, b], length: Math.min(one.length, other.length) }];
      }),
    );
    return [...kept, ...joined];
  }, adjacency);
}

interface Findings {
  readonly rank: number;
  /** Number of classes. */
  readonly present: number;
  readonly tripoints: number;
  readonly meeting: number;
  readonly order: readonly number[] | undefined;
}

function judge({ rank, present, tripoints, meeting, order }: Findings): TopologyVerdict {
  if (present < 2) return { kind: 'one-class' };
  if (rank < 1) return { kind: 'rank-0-fails', classes: present };
  if (present === 2 && tripoints === 0) return { kind: 'two-classes', rank };
  if (rank === 1) {
    return tripoints === 0 ? { kind: 'rank-1-holds', order } : { kind: 'rank-1-fails', tripoints };
  }
  if (meeting > rank + 1) return { kind: 'rank-k-fails', rank, meeting };
  return { kind: 'rank-k-holds', rank, meeting, bands: tripoints === 0 };
}

function holesOf({ rings }: Region, cell: number): number {
  return rings.slice(1).filter((ring) => areaWithin(ring) >= cell).length;
}

/** The area a ring of interleaved x, y encloses. */
function areaWithin(ring: Float32Array): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const next = (i + 2) % ring.length;
    twice += ring[i] * ring[next + 1] - ring[next] * ring[i + 1];
  }
  return Math.abs(twice) / 2;
}
