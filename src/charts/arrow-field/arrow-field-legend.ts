import { chartText } from '../../messages/charts.ts';
import { type Box, textWidth } from '../chart.ts';
import { figure } from '../figures.ts';
import { child } from '../parts/child.ts';
import { tenths } from '../parts/outline.ts';
import type { ArrowFieldData, ArrowFieldOptions } from './arrow-field-data.ts';
import { flow } from './flow.ts';

/** Into how many strengths of colour the remaining distance is divided. */
export const colourSteps = 5;

interface Item {
  readonly kind: 'curve' | 'training' | 'distance';
  readonly words: string;
}

export interface ArrowLegend {
  readonly rows: number;
  readonly draw: (layer: SVGGElement, plot: Box) => void;
}

/** The line above the field: what the thick line, the dots and the arrows' colours mean. */
export function arrowLegend(
  data: ArrowFieldData,
  options: ArrowFieldOptions,
  farthest: number,
  text: number,
): ArrowLegend {
  const items: Item[] = [];
  if (data.curve.length > 0) items.push({ kind: 'curve', words: chartText('arrows.curve') });
  if (data.training !== undefined)
    items.push({ kind: 'training', words: chartText('arrows.training') });
  if (isColoured(data, options)) {
    const words = chartText('arrows.offCurve', { distance: figure(farthest, 2) });
    items.push({ kind: 'distance', words });
  }
  const keyWidth = { curve: 2.35, training: 0.9, distance: 0.75 * colourSteps + 0.4 };
  const widths = items.map(
    ({ kind, words }) => text * (keyWidth[kind] + 1.2) + textWidth(words, text),
  );
  // From the field's left side, which is centred, to the picture's right.
  const side = Math.min(options.width - 3 * text, options.height - 4 * text);
  const room = (options.width + side) / 2 - text;
  const { places, rows } = flow(widths, room);

  const draw = (layer: SVGGElement, plot: Box) => {
    const keys = child(layer, 'g', 'keys')
      .selectChildren<SVGGElement, Item>('g')
      .data(items)
      .join('g')
      .attr('class', ({ kind }) => kind)
      .attr('transform', (_, k) => {
        const { x, row } = places[k] ?? { x: 0, row: 0 };
        const y = plot.top + text * (0.95 + 1.7 * (row - rows));
        return `translate(${tenths(plot.left + x)},${Math.round(y)})`;
      });
    keys.each(function ({ kind, words }) {
      const strips = kind === 'distance' ? colourSteps : 1;
      child(this, 'g', 'key')
        .selectChildren('path')
        .data(Array.from({ length: strips }, (_, k) => k))
        .join('path')
        .style('--remaining', (k) => (kind === 'distance' ? remaining(k) : null))
        .attr('d', (k) => {
          if (kind === 'curve') return `M${tenths(text * 0.3)},0h${tenths(text * 1.2)}`;
          if (kind === 'training') return `M${tenths(text * 0.4)},0h0`;
          return `M${tenths(text * 0.75 * k)},${tenths(-text * 0.3)}h${tenths(text * 0.7)}v${tenths(text * 0.6)}h${tenths(-text * 0.7)}z`;
        });
      child(this, 'text', 'words')
        .attr('x', Math.round(text * keyWidth[kind]))
        .attr('y', Math.round(text * 0.36))
        .text(words);
    });
  };
  return { rows, draw };
}

export function isColoured(data: ArrowFieldData, options: ArrowFieldOptions): boolean {
  return data.distances !== undefined && options.colour !== 'ink';
}

/** How far step k of the colours is on the way from "on the curve" to "far from it". */
export function remaining(step: number): string {
  return `${Math.round((100 * step) / (colourSteps - 1))}%`;
}
