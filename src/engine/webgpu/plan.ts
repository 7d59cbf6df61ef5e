/** How the work of a step is cut up. Which plan is fastest depends on the GPU and the shape, so it is measured. */

export interface Plan {
  /**
   * `layerwise`: one dispatch per layer and direction, 2L + 2 in all. `rowwise`: each workgroup
   * carries its rows through all layers, 3 dispatches in all; for GPUs on which launches cost
   * more than idle lanes. Clipping adds one to either.
   */
  readonly variant: 'layerwise' | 'rowwise';
  /** Rows and column quads of one invocation's tile of activations. `rows` divides `rowPadding`. */
  readonly rows: number;
  readonly quads: number;
  readonly workgroup: number;
  /** Quads of fan in and of fan out of one invocation's tile of weights. */
  readonly inputQuads: number;
  readonly outputQuads: number;
  readonly updateWorkgroup: number;
  /**
   * Whether the four invocations of a quad share what they all read (needs the feature
   * `subgroups`). Layerwise only, and only for adapters known to number the invocations of a quad
   * in order: WGSL leaves that open, SwiftShader does it.
   */
  readonly sharing: boolean;
}

/** Activations and deltas have a multiple of this many rows; a rowwise workgroup carries as many. */
export const rowPadding = 8;

/** Deepest network the layer table has room for. */
export const maximumDepth = 256;

/** Steps whose records fit into the ring between two readings. */
export const ringCapacity = 4096;

/** The plans worth trying on a GPU: many small tiles keep all its lanes busy. */
export const hardwarePlans: readonly Plan[] = [
  plan('layerwise', [4, 1, 64], [1, 1, 64]),
  plan('layerwise', [2, 1, 64], [1, 1, 32]),
  plan('layerwise', [8, 2, 32], [2, 2, 32]),
  plan('rowwise', [1, 1, 128], [1, 1, 64]),
  plan('rowwise', [2, 1, 64], [1, 1, 32]),
];

/** On a CPU that poses as a GPU every load is dear and every barrier more so: large tiles, few lanes. */
export const softwarePlans: readonly Plan[] = [
  plan('layerwise', [8, 2, 16], [2, 2, 16]),
  plan('rowwise', [8, 2, 4], [2, 2, 16]),
];

/**
 * What reading a quad costs on SwiftShader, in multiply-adds of single numbers: its compiler makes
 * some 300 instructions of the one and 4 of the other. Fitted to forward passes with tiles of 20 to
 * 52 columns.
 */
const readingCost = 50;

/** Tiles of more columns than this compile for too long, in quads. */
const mostQuads = 13;

/**
 * The same where reading can be shared, with tiles that fit layers of at most so many quads:
 * measured on SwiftShader, 1.5 to 1.8 times as fast.
 */
export function sharingPlans(widestQuads: number): readonly Plan[] {
  const padded = (tile: number) => Math.ceil(widestQuads / tile) * tile;
  const rows = rowPadding;
  const quads = cheapest(range(4, mostQuads), (quads) => {
    const reading = (readingCost * (rows + quads)) / (16 * rows * quads);
    return padded(quads) * (reading + 1);
  });
  const weights = [1, 2].flatMap((down) => range(4, 5).map((across) => ({ down, across })));
  const { down, across } = cheapest(weights, ({ down, across }) => {
    const reading = (readingCost * (4 * down + across)) / (64 * down * across);
    return padded(4 * down) * padded(across) * (reading + 1);
  });
  const shared = plan('layerwise', [rows, quads, 16], [down, across, 16]);
  return [{ ...shared, sharing: true }, softwarePlans[1]];
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The candidate of least cost, the first of equals. */
function cheapest<T>(candidates: readonly T[], cost: (candidate: T) => number): T {
  return candidates.reduce((best, next) => (cost(next) < cost(best) ? next : best));
}

function plan(
  variant: Plan['variant'],
  [rows, quads, workgroup]: readonly [number, number, number],
  [inputQuads, outputQuads, updateWorkgroup]: readonly [number, number, number],
): Plan {
  return {
    variant,
    rows,
    quads,
    workgroup,
    inputQuads,
    outputQuads,
    updateWorkgroup,
    sharing: false,
  };
}

/** One line for people. */
export function describePlan({ variant, rows, quads, sharing }: Plan): string {
  return `${variant}, ${rows}×${4 * quads} tiles${sharing ? ' in fours' : ''}`;
}
