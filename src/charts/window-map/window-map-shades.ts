import { sweepText } from '../../messages/sweep.ts';
import { textWidth } from '../chart.ts';
import { figure } from '../figures.ts';
import { child } from '../parts/child.ts';
import type { MapQuantity } from './window-map-data.ts';
import type { Band } from './window-map-frame.ts';
import type { WindowLegend } from './window-map-legend.ts';

/** How far a value is along the scale, from 0 to 1; undefined where there is none to show. */
export function shadeOf(
  value: number | undefined,
  { domain: [least, most] }: MapQuantity,
): number | undefined {
  if (value === undefined || !(value > 0)) return undefined;
  const share = most > least ? Math.log(value / least) / Math.log(most / least) : 0;
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000;
}

/** The value with as many digits as its cell has room for, or none. */
export function valueFigure(
  value: number | undefined,
  { from, to }: Pick<Band, 'from' | 'to'>,
  text: number,
): string {
  if (value === undefined || !Number.isFinite(value)) return '';
  const written = [figure(value, 2), figure(value, 1)];
  return written.find((words) => textWidth(words, text) <= to - from - 3) ?? '';
}

const steps = 24;

/** What the map shows, its scale of shades, and the outline about the true rank. */
export function scaleLegendOf(
  { title, domain }: MapQuantity,
  trueRank: number,
  width: number,
  text: number,
): WindowLegend {
  const [low, high] = domain.map((value) => figure(value, 2));
  const side = Math.round(text * 0.95);
  const gap = text * 0.5;
  const words = sweepText('chart.true', { k: trueRank });
  const bar = { from: textWidth(title, text) * 1.06 + textWidth(low, text) + 2.2 * gap, length: 0 };
  const outlined = side + gap + textWidth(words, text);
  const end = textWidth(high, text) + gap;
  const isOneRow = bar.from + 6 * text + end + 2 * gap + outlined <= width;
  const room = width - bar.from - end - (isOneRow ? outlined + 2 * gap : 0);
  bar.length = Math.round(Math.max(3 * text, Math.min(10 * text, room)));
  return {
    rows: isOneRow ? 1 : 2,
    draw(layer) {
      const baseline = Math.round(text * 0.85) + 1;
      const write = (name: string, x: number, y: number, said: string) =>
        child(layer, 'text', name).attr('x', Math.round(x)).attr('y', y).text(said);
      write('title', 0, baseline, title);
      write('low', bar.from - gap - textWidth(low, text), baseline, low);
      write('high', bar.from + bar.length + gap, baseline, high);
      child(layer, 'g', 'scale')
        .selectChildren('path')
        .data(Array.from({ length: steps }, (_, k) => k))
        .join('path')
        .attr('class', 'shade')
        .attr('d', (k) => {
          const [left, right] = [k, k + 1].map((at) =>
            Math.round(bar.from + (at / steps) * bar.length),
          );
          return `M${left},1H${right}V${1 + side}H${left}Z`;
        })
        .style('--shade', (k) => Math.round((k / (steps - 1)) * 1000) / 1000);
      const key = isOneRow
        ? { x: Math.round(bar.from + bar.length + end + 2 * gap), y: 1 }
        : { x: 0, y: Math.round(text * 1.35) + 1 };
      child(layer, 'path', 'outlined').attr(
        'd',
        `M${key.x + 0.5},${key.y + 0.5}h${side}v${side}h${-side}Z`,
      );
      write('outlined-name', key.x + side + gap, key.y + baseline - 1, words);
    },
  };
}
