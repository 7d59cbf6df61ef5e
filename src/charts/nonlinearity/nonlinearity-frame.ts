import { type ScaleLinear, scaleLinear, tickStep, ticks } from 'd3';
import type { Box } from '../chart.ts';
import { spectrumFrame } from '../spectrum/spectrum-frame.ts';
import type { NonlinearityData, NonlinearityOptions } from './nonlinearity-data.ts';

export interface NonlinearityFrame {
  readonly plot: Box;
  readonly text: number;
  readonly x: ScaleLinear<number, number>;
  readonly y: (ratio: number) => number;
  readonly yTicks: readonly number[];
  readonly layers: number;
}

/** A ratio below this is shown as none at all: the layer is an identity on the data. */
export const leastRatio = 5e-4;

const nothing = new Float32Array();

export function nonlinearityFrame(
  data: NonlinearityData,
  options: NonlinearityOptions,
  text: number,
): NonlinearityFrame {
  const layers = Math.max(data.layers ?? 0, data.ratios.length);
  // The spectrum's own frame, for panels above one another to have their layers in line.
  const { highlighted, onHover, ...shared } = options;
  const empty = { title: '', layers: Array.from({ length: layers }, () => nothing) };
  const { plot, x } = spectrumFrame(empty, shared, text);

  const known = Array.from(data.ratios).filter(Number.isFinite);
  const greatest = Math.max(0.5, ...known);
  const most = Math.max(2, Math.min(6, (plot.bottom - plot.top) / (text * 2)));
  const step = tickStep(0, greatest, most);
  const ceiling = Math.ceil(greatest / step - 1e-6) * step;
  const height = scaleLinear([0, ceiling], [plot.bottom, plot.top]);
  return {
    plot,
    text,
    x,
    y: (ratio) => height(Math.min(ceiling, Math.max(0, ratio))),
    yTicks: ticks(0, ceiling, most),
    layers,
  };
}
