import type { ChartOptions } from '../chart.ts';
import type { DepthQuantity } from '../parts/depth-panel.ts';

/** How a depth was reached: grown from a shallower network, restarted, or shrunk from a deeper one. */
export type DepthPath = 'grown' | 'restarted' | 'shrunk';

export interface TwoMinimaData {
  /** One panel each, from above. */
  readonly quantities: readonly DepthQuantity[];
  readonly paths: readonly PathData[];
}

/** What was found along one path. */
export interface PathData {
  readonly path: DepthPath;
  readonly stops: readonly PathStop[];
}

/** One depth of a path. */
export interface PathStop {
  readonly depth: number;
  /** The median over the seeds, one value for each quantity; NaN where it is not known. */
  readonly values: readonly number[];
  /** Read out besides. */
  readonly lines: readonly string[];
  readonly href?: string | undefined;
}

export type TwoMinimaOptions = ChartOptions;
