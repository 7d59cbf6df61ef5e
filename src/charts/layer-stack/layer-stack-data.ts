import type { ChartOptions } from '../chart.ts';

export interface LayerStackData {
  /** L: number of weight matrices; layer L is the output. */
  readonly depth: number;
  /** Neurons of each hidden layer. */
  readonly width: number;
  readonly inputs: number;
  readonly outputs: number;
  /** [L]: rank of the centred activations of layers 1 … L; undefined before they are known. */
  readonly ranks: ArrayLike<number> | undefined;
}

export interface LayerStackOptions extends ChartOptions {
  /** The way from input to output. Default 'up'. */
  readonly orientation?: 'up' | 'right' | undefined;
  /** The ranks belong to the last run, not to the present one: shown faint. */
  readonly dimmed?: boolean | undefined;
  /** Marks this layer (from 1) when the pointer is elsewhere. */
  readonly highlighted?: number | undefined;
  /** Called with a layer, counted from 1. */
  readonly onHover?: ((layer: number | undefined) => void) | undefined;
}
