import { type ScaleLinear, scaleLinear, scaleLog } from 'd3';
import { chartText } from '../../messages/charts.ts';
import { type Box, textWidth } from '../chart.ts';
import { figure, subscript } from '../figures.ts';
import { roundLogDomain } from '../parts/log-axis.ts';
import type { SpectrumData, SpectrumOptions } from './spectrum-data.ts';

/** A spectrum's choices with nothing left open. */
export interface SpectrumSettings {
  readonly threshold: number;
  readonly shown: number;
  readonly symbol: string;
}

export function spectrumSettings(
  options: Pick<SpectrumOptions, 'threshold' | 'shown' | 'symbol'>,
): SpectrumSettings {
  return {
    threshold: options.threshold ?? 0.1,
    shown: options.shown ?? 10,
    symbol: options.symbol ?? 'σ',
  };
}

/** What the axis of the layers is called. */
export function layerTitle(): string {
  return chartText('layerAxis');
}

export interface SpectrumFrame {
  readonly plot: Box;
  readonly text: number;
  readonly x: ScaleLinear<number, number>;
  /** What is below the floor or not a number (the run diverged) lies at the floor; nothing lies above the ceiling. */
  readonly y: (value: number) => number;
  readonly floor: number;
  readonly ceiling: number;
  readonly layers: number;
}

export function spectrumFrame(
  data: SpectrumData,
  options: SpectrumOptions,
  text: number,
): SpectrumFrame {
  const { symbol, shown, threshold } = spectrumSettings(options);
  const [floor, ceiling] = options.yDomain ?? valueDomain(data, options);
  const inMargin = [
    options.xTitle ?? layerTitle(),
    `${figure(threshold)} ${symbol}₁`,
    `${symbol}${subscript(1)}…${symbol}${subscript(shown)}`,
  ];
  const plot = {
    left: Math.round(text * 3.1),
    top: Math.round(text * (options.titled === false ? 2 : 3.4)),
    right: Math.round(
      options.width - Math.max(...inMargin.map((words) => textWidth(words, text))) - text * 0.6,
    ),
    bottom: Math.round(options.height - text * 2.2),
  };
  const layers = data.layers.length;
  const inset = text * 0.8;
  const range = [plot.left + inset, plot.right - inset];
  const middle = (plot.left + plot.right) / 2;
  const height = scaleLog([floor, ceiling], [plot.bottom - text * 0.5, plot.top]);
  return {
    plot,
    text,
    x: scaleLinear([1, Math.max(2, layers)], layers > 1 ? range : [middle, range[1] ?? middle]),
    y: (value) => height(value > floor ? Math.min(value, ceiling) : floor),
    floor,
    ceiling,
    layers,
  };
}

/** An axis that shows all of these layers, of however many networks; undefined of none. */
export function sharedSpectrumDomain(
  layers: readonly Float32Array[],
  options: Pick<SpectrumOptions, 'floor' | 'shown'> = {},
): [number, number] | undefined {
  return layers.length === 0 ? undefined : valueDomain({ layers }, options);
}

function valueDomain(
  data: Pick<SpectrumData, 'layers'>,
  options: Pick<SpectrumOptions, 'floor' | 'shown' | 'threshold' | 'symbol'>,
): [number, number] {
  const { shown } = spectrumSettings(options);
  const axisFloor = options.floor ?? 1e-6;
  let least = Number.POSITIVE_INFINITY;
  let greatest = 0;
  let isClamped = false;
  for (const values of data.layers) {
    for (let i = 0; i < Math.min(shown, values.length); i++) {
      const value = Number(values[i]);
      // Not a number is drawn at the floor too: the run diverged.
      if (!(value >= axisFloor)) isClamped = true;
      else {
        least = Math.min(least, value);
        if (value < Number.POSITIVE_INFINITY) greatest = Math.max(greatest, value);
      }
    }
  }
  if (greatest === 0) return [axisFloor, Math.max(1, axisFloor * 100)];
  const [low, high] = roundLogDomain(least, greatest);
  // Whole decades below, so that the axis seldom moves while the weak values sink.
  const decade = 10 ** Math.floor(Math.log10(Math.min(low, high / 50)) + 1e-6);
  return [Math.max(axisFloor, isClamped ? decade / 10 : decade), high];
}
