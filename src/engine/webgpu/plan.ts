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

function plan(
  variant: Plan['variant'],
  [rows, quads, workgroup]: readonly [number, number, number],
  [inputQuads, outputQuads, updateWorkgroup]: readonly [number, number, number],
): Plan {
  return { variant, rows, quads, workgroup, inputQuads, outputQuads, updateWorkgroup };
}

/** One line for people. */
export function describePlan({ variant, rows, quads }: Plan): string {
  return `${variant}, ${rows}×${4 * quads} tiles`;
}
