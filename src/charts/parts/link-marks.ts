import { select } from 'd3';
import type { Box } from '../chart.ts';
import { child, group } from './child.ts';
import { tenths } from './outline.ts';
import { followPointer, type Pixel, report } from './pointer.ts';
import { drawReadOut } from './read-out.ts';

/** A mark that stands for one run, or one group of runs, and leads to it. */
export interface LinkMark {
  /** The mark of the same key keeps its element, and with it the focus, while others come in. */
  readonly key: string;
  readonly at: Pixel;
  /** Path data about the mark's place. */
  readonly path: string;
  /** The mark fills this box, and is under the pointer nowhere else. */
  readonly box?: Box | undefined;
  readonly kind: string;
  /** How far its fill is along a scale of shades, from 0 to 1. */
  readonly shade?: number | undefined;
  /** Read out where the pointer or the focus is; the first line is the mark's name. */
  readonly lines: readonly string[];
  /** Where it leads; a mark without one is only read out. */
  readonly href: string | undefined;
}

export interface LinkMarksOptions {
  readonly frame: Box;
  readonly text: number;
  /** Key of a mark that is pointed at in another picture: it is ringed here, and next in the order of tabs. */
  readonly marked?: string | undefined;
  /** Told the key of the mark that pointer or focus come to, and undefined when they leave. */
  readonly onRead?: ((key: string | undefined) => void) | undefined;
}

/** Path data of a disc. */
export function disc({ x, y }: Pixel, radius: number): string {
  const r = tenths(radius);
  return `M${tenths(x)},${tenths(y)}m${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;
}

const directions: Readonly<Record<string, Pixel>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * Draws the marks as links. One of them is in the order of tabs; the arrow keys go on to the next
 * in their direction, Home and End to the first and the last. The mark under the pointer, else
 * the one with the focus, is read out within `frame`. A finger has no hover: its first tap on a
 * mark reads it out, the second follows the link.
 */
export function drawLinkMarks(
  svg: SVGSVGElement,
  layer: SVGGElement,
  marks: readonly LinkMark[],
  { frame, text, marked, onRead }: LinkMarksOptions,
): void {
  const reach = text * 1.2;
  const ringed = marks.find(({ key }) => key === marked);
  if (ringed !== undefined && !layer.contains(layer.ownerDocument.activeElement)) {
    layer.setAttribute('data-current', String(marks.indexOf(ringed)));
  }
  const before = Number(layer.getAttribute('data-current') ?? 0);
  const current = () =>
    Math.min(marks.length - 1, Number(layer.getAttribute('data-current') ?? before));
  const links = child(layer, 'g', 'marks')
    .selectChildren<SVGAElement, LinkMark>('a')
    .data(marks, ({ key }) => key)
    .join((enter) => enter.append<SVGAElement>('svg:a'))
    .attr('class', ({ kind }) => `mark ${kind}`)
    .style('--shade', ({ shade }) => shade ?? null)
    .attr('href', ({ href }) => href ?? null)
    .attr('role', ({ href }) => (href === undefined ? 'img' : null))
    .attr('aria-label', ({ lines }) => lines.join('; '))
    .attr('tabindex', (_, k) => (k === current() ? 0 : -1))
    .each(function ({ path }) {
      child(this, 'path', 'shape').attr('d', path);
    });
  const elements = links.nodes();

  const read = (mark: LinkMark | undefined) => {
    const place = group(svg, 'cross-hair');
    const around = (mark ?? ringed)?.path;
    if (around === undefined) place.replaceChildren();
    else child(place, 'path', 'around').attr('d', around);
    drawReadOut(svg, mark && { at: mark.at, lines: mark.lines }, frame, text);
  };
  const go = (mark: LinkMark | undefined) => {
    read(mark);
    report(svg, mark?.key, onRead);
  };
  const focused = () => {
    const active = layer.ownerDocument.activeElement;
    return marks[elements.findIndex((element) => element.isSameNode(active))];
  };

  links
    .on('focus', (_, mark) => {
      layer.setAttribute('data-current', String(marks.indexOf(mark)));
      elements.forEach((element, k) => {
        element.setAttribute('tabindex', k === current() ? '0' : '-1');
      });
      go(mark);
    })
    .on('blur', () => go(undefined))
    .on('pointerdown', function (event: PointerEvent) {
      const isTapped = layer.getAttribute('data-tapped') === this.getAttribute('aria-label');
      this.toggleAttribute('data-unread', event.pointerType === 'touch' && !isTapped);
      layer.setAttribute('data-tapped', this.getAttribute('aria-label') ?? '');
    })
    .on('click', function (event: MouseEvent) {
      if (!this.hasAttribute('data-unread')) return;
      event.preventDefault();
      this.removeAttribute('data-unread');
    });
  select(layer).on('keydown', (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextMark(marks, current(), event.key);
    if (next === undefined) return;
    event.preventDefault();
    elements[next]?.focus();
  });

  const pointer = followPointer(svg, (at) => go((at && markAt(at, marks, reach)) ?? focused()));
  read((pointer && markAt(pointer, marks, reach)) ?? focused());
}

function nextMark(marks: readonly LinkMark[], current: number, key: string): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return marks.length - 1;
  const direction = directions[key];
  const from = marks[current]?.at;
  if (direction === undefined || from === undefined) return undefined;
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  marks.forEach(({ at }, k) => {
    const [dx, dy] = [at.x - from.x, at.y - from.y];
    const along = dx * direction.x + dy * direction.y;
    if (k === current || along < 0.5) return;
    const distance = along + 4 * Math.abs(dx * direction.y + dy * direction.x);
    if (distance >= least) return;
    least = distance;
    best = k;
  });
  return best;
}

function markAt(at: Pixel, marks: readonly LinkMark[], reach: number): LinkMark | undefined {
  let best: LinkMark | undefined;
  let least = reach;
  for (const mark of marks) {
    const { box } = mark;
    if (box !== undefined) {
      const isInside = at.x >= box.left && at.x < box.right && at.y >= box.top && at.y < box.bottom;
      if (isInside) return mark;
      continue;
    }
    const distance = Math.hypot(mark.at.x - at.x, mark.at.y - at.y);
    if (distance > least) continue;
    least = distance;
    best = mark;
  }
  return best;
}
