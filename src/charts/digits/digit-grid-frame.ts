import { textWidth } from '../chart.ts';
import type { DigitGridData, DigitGridOptions } from './digit-grid-data.ts';

/** Where images and words lie, in CSS pixels. */
export interface DigitGridFrame {
  readonly text: number;
  readonly height: number;
  readonly count: number;
  /** Images in a band; where they do not all fit the bands are set one below the other. */
  readonly perBand: number;
  readonly bandHeight: number;
  /** Side of an image: a whole number of device pixels to each of its own. */
  readonly cell: number;
  readonly gap: number;
  readonly left: number;
  /** Tops of the rows' images, below the top of the band. */
  readonly rowTops: readonly number[];
}

const smallest = 26;

export function digitGridFrame(
  data: DigitGridData,
  options: DigitGridOptions,
  pixelRatio: number,
): DigitGridFrame {
  const text = options.textSize ?? 12;
  const count = Math.max(
    0,
    ...data.rows.map(({ images }) => Math.floor(images.length / data.side ** 2)),
  );
  const titles = data.rows.map(({ title }) => title);
  const hasErrors = data.rows.some(({ errors }) => errors !== undefined);
  // Bold letters are a little wider.
  const widest = 1.1 * Math.max(0, ...titles.map((title) => textWidth(title, text)));
  const left = Math.ceil(widest + text * (hasErrors ? 1.1 : 0.8));
  // The figures of two columns must not touch.
  const least = Math.max(smallest, hasErrors ? textWidth('0.000', text * 0.92) : 0);
  const gap = Math.round(text * 0.3);
  const room = Math.max(least, options.width - left);
  const fitting = Math.max(1, Math.floor((room + gap) / (least + gap)));
  const bands = Math.max(1, Math.ceil(count / fitting));
  const perBand = Math.max(1, Math.ceil(count / bands));
  const wanted = Math.min(options.largest ?? 84, (room + gap) / perBand - gap);
  const grain = data.side / pixelRatio;
  const cell = wanted >= grain ? Math.floor(wanted / grain) * grain : Math.max(1, wanted);
  // A row's errors stand right below its images.
  const rowTops: number[] = [];
  let bandHeight = 0;
  for (const { errors } of data.rows) {
    rowTops.push(bandHeight);
    bandHeight += cell + (errors === undefined ? gap : text * 1.65);
  }
  const bandGap = text * 0.8;
  return {
    text,
    height: Math.ceil(bands * bandHeight + (bands - 1) * bandGap),
    count,
    perBand,
    bandHeight: bandHeight + bandGap,
    cell,
    gap,
    left,
    rowTops,
  };
}

/** The corner of an image, in CSS pixels. */
export function cellAt(
  { perBand, bandHeight, cell, gap, left, rowTops }: DigitGridFrame,
  row: number,
  column: number,
): { readonly x: number; readonly y: number } {
  return {
    x: left + (column % perBand) * (cell + gap),
    y: Math.floor(column / perBand) * bandHeight + Number(rowTops[row]),
  };
}

/** The column at a place of the picture, in CSS pixels. */
export function columnAt(
  { perBand, bandHeight, cell, gap, left, count }: DigitGridFrame,
  x: number,
  y: number,
): number | undefined {
  const inBand = Math.floor((x - left) / (cell + gap));
  if (inBand < 0 || inBand >= perBand || y < 0) return undefined;
  const column = Math.floor(y / bandHeight) * perBand + inBand;
  return column < count ? column : undefined;
}
