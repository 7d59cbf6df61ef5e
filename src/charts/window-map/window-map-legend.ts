import { sweepText } from '../../messages/sweep.ts';
import { textWidth } from '../chart.ts';
import { child } from '../parts/child.ts';
import { tenths } from '../parts/outline.ts';
import type { WindowMapData } from './window-map-data.ts';

/** A triangle in the upper right corner of a cell. */
export function corner(right: number, top: number, size: number): string {
  const side = tenths(size);
  return `M${right - 2},${top + 2}h${-side}l${side},${side}z`;
}

export interface WindowLegend {
  /** Rows of entries that the width asks for. */
  readonly rows: number;
  draw(layer: SVGGElement): void;
}

/** A key for each tint, and one for the corner where it occurs. */
export function legendOf(
  { trueRank, cells }: WindowMapData,
  width: number,
  text: number,
): WindowLegend {
  const entries = [
    { kind: 'over', words: sweepText('chart.over', { k: trueRank }) },
    { kind: 'true', words: sweepText('chart.true', { k: trueRank }) },
    { kind: 'under', words: sweepText('chart.under', { k: trueRank }) },
    ...(cells.some(({ dearer }) => dearer)
      ? [{ kind: 'dearer', words: sweepText('chart.dearer') }]
      : []),
  ];
  const side = Math.round(text * 0.95);
  let [px, row] = [0, 0];
  const places = entries.map(({ words }) => {
    const need = side + text * 0.5 + textWidth(words, text);
    if (px > 0 && px + need > width) [px, row] = [0, row + 1];
    const place = { x: Math.round(px), y: Math.round(row * text * 1.35) + 1 };
    px += need + text * 1.3;
    return place;
  });
  return {
    rows: row + 1,
    draw(layer) {
      const items = child(layer, 'g', 'entries')
        .selectChildren<SVGGElement, unknown>('g')
        .data(entries)
        .join('g')
        .attr('class', ({ kind }) => kind);
      items.each(function ({ kind, words }, k) {
        const { x = 0, y = 0 } = places[k] ?? {};
        child(this, 'path', 'key').attr(
          'd',
          kind === 'dearer'
            ? corner(x + side, y, text * 0.75)
            : `M${x + 0.5},${y + 0.5}h${side}v${side}h${-side}Z`,
        );
        child(this, 'text', 'name')
          .attr('x', x + side + text * 0.5)
          .attr('y', y + Math.round(text * 0.85))
          .text(words);
      });
    },
  };
}
