import { select } from 'd3';

/** What every chart takes. */
export interface ChartOptions {
  /** Size of the picture in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Letter size in pixels; by default the stylesheet's `--chart-text`, a little larger in large pictures. */
  readonly textSize?: number | undefined;
  /** `false` makes every change at once; by default the duration tokens decide. */
  readonly motion?: boolean | undefined;
}

/** A rectangle of the picture, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const smallestText = 11;

/** Gives the element its size, its class and its letters; returns the letter size in pixels. */
export function prepare(svg: SVGSVGElement, kind: string, options: ChartOptions): number {
  const { width, height } = options;
  const chart = select(svg)
    .attr('class', `chart ${kind}`)
    .attr('width', width)
    .attr('height', height)
    .attr('viewBox', `0 0 ${width} ${height}`);
  if (options.motion === false) chart.attr('data-still', '');
  else chart.attr('data-still', null);

  const text = options.textSize ?? textSizeFor(svg, options);
  chart.style('font-size', `${text}px`);
  return text;
}

/**
 * The letter size, in pixels, of a picture of this size by the stylesheet. It makes the browser
 * settle its styles, so whoever draws often asks once per size and passes `textSize`.
 */
export function textSizeFor(
  picture: SVGSVGElement | HTMLCanvasElement,
  { width, height }: Pick<ChartOptions, 'width' | 'height'>,
): number {
  const token = getComputedStyle(picture).getPropertyValue('--chart-text');
  const page = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const base = Number.parseFloat(token) * (token.trim().endsWith('rem') ? page : 1) || 12;
  // A picture that is large among the page's letters is looked at from farther away.
  const growth = Math.min(1.4, Math.max(1, Math.min(width / (45 * page), height / (28 * page))));
  return Math.max(smallestText, Math.round(base * growth * 2) / 2);
}

/** Widths in letters of the interface's typeface, by what they stand for, in parts of the size. */
const widths = [
  [/[ \u00a0ijl|.,:;·'’!]/, 0.26],
  [/[ftrI()[\]{}/\-₀-₉⁰-⁹]/, 0.34],
  [/[szxcvyJL]/, 0.45],
  [/[wmMWOQHNUGD%&@→]/, 0.7],
  [/[…—]/, 0.95],
  // Chinese characters and their punctuation fill a square.
  [/[\u2e80-\uffff]/, 1],
] as const;

/** Roughly how wide a text comes out; measuring it would make the browser lay out the page. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.52;
  // Some systems' typeface is wider than ours.
  return width * size * 1.04;
}
