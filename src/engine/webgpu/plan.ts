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
 * The same where reading can be shared, with tiles that fit a layer of so many quads: measured on
 * SwiftShader, 1.2 to 1.3 times as fast.
 */
export function sharingPlans(widestQuads: number): readonly Plan[] {
  const waste = (quads: number) => Math.ceil(widestQuads / quads) * quads;
  const quads = waste(5) < waste(4) ? 5 : 4;
  const shared = plan('layerwise', [4, quads, 16], [1, quads, 16]);
  return [{ ...shared, sharing: true }, softwarePlans[1]];
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
