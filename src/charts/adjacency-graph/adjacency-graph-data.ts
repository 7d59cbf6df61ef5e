import type { ChartOptions } from '../chart.ts';

/** Which classes have regions, and which of these share a boundary. */
export interface AdjacencyGraphData {
  /** The classes that own a region, ascending. */
  readonly classes: readonly ClassBetti[];
  readonly edges: readonly AdjacencyEdge[];
}

export interface ClassBetti {
  readonly class: number;
  /** β₀: connected regions. */
  readonly components: number;
  /** β₁: holes in them. */
  readonly holes: number;
}

export interface AdjacencyEdge {
  readonly classes: readonly [number, number];
  /** Of the common boundary, in units of the domain; drawn as strength. */
  readonly length?: number | undefined;
}

export interface AdjacencyGraphOptions extends ChartOptions {
  /** Default A, B, C, … */
  readonly classNames?: readonly string[] | undefined;
  /** The graph belongs to an earlier run: shown faint. */
  readonly dimmed?: boolean | undefined;
  /** Marks this class when the pointer is elsewhere. */
  readonly highlighted?: number | undefined;
  readonly onHover?: ((label: number | undefined) => void) | undefined;
}
