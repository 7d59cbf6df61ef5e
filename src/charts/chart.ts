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
  svg: SVGSVGElement,
  { width, height }: Pick<ChartOptions, 'width' | 'height'>,
): number {
  const token = getComputedStyle(svg).getPropertyValue('--chart-text');
  const base = Number.parseFloat(token) * (token.trim().endsWith('rem') ? 16 : 1) || 12;
  // A picture that fills a projector is read from afar.
  const growth = Math.min(1.6, Math.max(1, Math.min(width / 640, height / 400)));
  return Math.max(smallestText, Math.round(base * growth * 2) / 2);
}

/** Roughly how wide a text comes out; measuring it would make the browser lay out the page. */
export function textWidth(text: string, size: number): number {
  const letters = [...text];
  // Chinese characters and their punctuation fill a square.
  const wide = letters.filter((letter) => letter >= '\u2e80').length;
  return (letters.length - wide) * size * 0.56 + wide * size;
}
