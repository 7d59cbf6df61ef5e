/** Names beside the right edge of a plot, each at the height of what it names or as near as others let it. */
import { child } from './child.ts';
import { dodge } from './dodge.ts';

export interface EndName {
  /** Its class. */
  readonly kind: string;
  readonly words: string;
  /** The height at which it would stand alone, in px. */
  readonly wanted: number;
}

/** In px. */
export interface EndColumn {
  /** Where the names begin. */
  readonly x: number;
  readonly spacing: number;
  readonly top: number;
  readonly bottom: number;
  /** Height of the letters. */
  readonly text: number;
}

/** @param group class of the group of names within `layer` */
export function drawEndNames(
  layer: SVGGElement,
  group: string,
  names: readonly EndName[],
  { x, spacing, top, bottom, text }: EndColumn,
): void {
  const places = dodge(
    names.map(({ wanted }) => wanted),
    spacing,
    top,
    bottom,
  );
  child(layer, 'g', group)
    .selectChildren('text')
    .data(names)
    .join('text')
    .attr('class', ({ kind }) => kind)
    .attr('x', x)
    .attr('y', (_, k) => Math.round(Number(places[k]) + text * 0.35))
    .text(({ words }) => words);
}
