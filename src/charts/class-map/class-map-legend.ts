import { chartText } from '../../messages/charts.ts';
import type { Box } from '../chart.ts';
import { textWidth } from '../chart.ts';
import { child } from '../parts/child.ts';
import { classColour, className, classSymbol } from '../parts/class-mark.ts';
import { tenths } from '../parts/outline.ts';
import type { ClassMapData, ClassMapOptions } from './class-map-data.ts';

interface Item {
  readonly kind: 'class' | 'tripoints' | 'misclassified';
  readonly label: number;
  readonly text: string;
  /** It counts to nothing. */
  readonly isNone: boolean;
  /** Room kept, so that a changing count moves nothing. */
  readonly width: number;
}

export interface Legend {
  readonly rows: number;
  readonly draw: (layer: SVGGElement, plot: Box) => void;
}

/** The line above the map: each class's symbol and name, then how many tripoints and errors there are. */
export function legendRows(data: ClassMapData, options: ClassMapOptions, text: number): Legend {
  const items = legendItems(data, options, text);
  // From the map's left side, which is centred, to the picture's right.
  const side = Math.min(options.width - 3 * text, options.height - 4 * text);
  const room = (options.width + side) / 2 - text;
  const places: { readonly x: number; readonly row: number }[] = [];
  let x = 0;
  let row = 0;
  for (const item of items) {
    if (x > 0 && x + item.width > room) {
      x = 0;
      row++;
    }
    places.push({ x, row });
    x += item.width;
  }
  const draw = (layer: SVGGElement, plot: Box) => {
    const keys = child(layer, 'g', 'keys')
      .selectChildren<SVGGElement, Item>('g')
      .data(items)
      .join('g');
    keys
      .attr('class', ({ kind, isNone }) => `${kind}${isNone ? ' none' : ''}`)
      .style('--class-colour', ({ kind, label }) => (kind === 'class' ? classColour(label) : null))
      .attr('transform', (_, k) => {
        const place = places[k] ?? { x: 0, row: 0 };
        const fromPlot = place.row - (row + 1);
        return `translate(${tenths(plot.left + place.x)},${Math.round(plot.top + text * (0.95 + 1.7 * fromPlot))})`;
      });
    for (const element of keys.nodes()) {
      const item = keys.filter((_, k, all) => all[k] === element).datum();
      child(element, 'path', 'key')
        .attr('transform', `translate(${tenths(text * 0.5)},0)`)
        .attr('d', key(item, text));
      child(element, 'text', 'words')
        .attr('x', Math.round(text * (item.kind === 'class' ? 1.25 : 1.3)))
        .attr('y', Math.round(text * 0.36))
        .text(item.text);
    }
  };
  return { rows: row + 1, draw };
}

function legendItems(data: ClassMapData, options: ClassMapOptions, text: number): Item[] {
  const { predicted, labels } = data.points;
  const classes = Array.from({ length: data.classCount }, (_, label): Item => {
    const name = className(label, options.classNames);
    const width = textWidth(name, text) + 2.2 * text;
    return { kind: 'class', label, text: name, isNone: false, width };
  });
  const item = (
    kind: Item['kind'],
    words: (count: number) => string,
    count: number,
    most: number,
  ) => ({
    kind,
    label: 0,
    text: words(count),
    isNone: kind === 'tripoints' && count === 0,
    width: textWidth(words(most), text) + 2.3 * text,
  });
  const tripointWords = (count: number) => chartText('classMap.legendTripoints', { count });
  const tripoints = item('tripoints', tripointWords, data.tripoints.length, 12);
  if (predicted === undefined) return [...classes, tripoints];
  let wrong = 0;
  for (let n = 0; n < labels.length; n++) if (predicted[n] !== labels[n]) wrong++;
  const wrongWords = (count: number) => chartText('classMap.legendWrong', { count });
  return [...classes, tripoints, item('misclassified', wrongWords, wrong, 123)];
}

function key(item: Item, text: number): string {
  if (item.kind === 'class') return `M0,0${classSymbol(item.label, text * 0.4)}`;
  if (item.kind === 'misclassified') return `M0,0${classSymbol(0, text * 0.42)}`;
  const r = text * 0.42;
  const spoke = (angle: number) =>
    `M0,0L${(r * Math.cos(angle)).toFixed(2)},${(r * Math.sin(angle)).toFixed(2)}`;
  return `M0,0${classSymbol(0, r)}${[-1.57, 0.52, 2.62].map(spoke).join('')}`;
}
