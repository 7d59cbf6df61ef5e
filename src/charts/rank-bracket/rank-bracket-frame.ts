import { type ScalePower, scalePow } from 'd3';
import { chartText } from '../../messages/charts.ts';
import { textWidth } from '../chart.ts';
import { figure } from '../figures.ts';
import type { RankBracketData, RankBracketOptions } from './rank-bracket-data.ts';

/** A label about the pixel `x`, moved as far as the picture's edges and its neighbour ask. */
export interface EndLabel {
  readonly words: string;
  readonly x: number;
  /** 0 is next to the bracket. */
  readonly row: number;
}

export interface RankBracketFrame {
  readonly text: number;
  readonly x: ScalePower<number, number>;
  readonly ticks: readonly number[];
  readonly title: string;
  readonly right: number;
  /** Pixel heights, from above. */
  readonly rows: readonly [number, number];
  readonly bracket: number;
  readonly settled: number;
  readonly cost: number;
  readonly schatten: number;
  readonly axis: number;
  readonly ends: readonly EndLabel[];
}

/**
 * The axis shows square roots: the few dimensions that matter lie well apart, a cost of fifty
 * still fits, and zero, which a logarithm has no room for, has its place.
 */
export function rankBracketFrame(
  data: RankBracketData,
  options: RankBracketOptions,
  text: number,
): RankBracketFrame {
  const values = [
    data.jacobianRank,
    data.bottleneckRank,
    data.cost,
    data.schatten?.bound,
    ...(data.settled ?? []).map(({ cost }) => cost),
    options.maximum,
  ].map(Number);
  const top = roundAbove(1.06 * Math.max(4, ...values.filter(Number.isFinite)));
  const right = options.width;
  const x = scalePow([0, top], [text, right - text])
    .exponent(0.5)
    .clamp(true);
  const title = chartText('bracket.dimensions');
  const untitled = right - textWidth(title, text) - text * 0.8;
  // Taller pictures have looser rows.
  const row = Math.min(text * 1.5, Math.max(text, options.height / 10.2));
  return {
    text,
    x,
    ticks: spacedTicks(x, top, text).filter((tick) => x(tick) + text * 0.6 < untitled),
    title,
    right,
    rows: [Math.round(row * 2.6), Math.round(row * 1.1)],
    bracket: Math.round(row * 3.3),
    settled: Math.round(row * 4.3),
    cost: Math.round(row * 5.2),
    schatten: Math.round(row * 7),
    axis: Math.round(row * 8.1),
    ends: endLabels(data, x, right, text),
  };
}

/** Each label stands outside its end of the bracket, or over it where both ends are one. */
function endLabels(
  { jacobianRank, bottleneckRank }: RankBracketData,
  x: ScalePower<number, number>,
  right: number,
  text: number,
): EndLabel[] {
  const place = (words: string, rank: number, side: -1 | 0 | 1) => {
    // Bold letters are a little wider.
    const half = textWidth(words, text) * 0.55;
    const wanted = x(rank) + side * (half - text * 0.2);
    return { words, rank, half, x: Math.min(right - half, Math.max(half, wanted)) };
  };
  if (jacobianRank !== undefined && jacobianRank === bottleneckRank) {
    const words = chartText('bracket.equal', { rank: figure(jacobianRank) });
    return [{ ...place(words, jacobianRank, 0), row: 0 }];
  }
  const known = [
    { key: 'bracket.jacobian', rank: jacobianRank } as const,
    { key: 'bracket.bottleneck', rank: bottleneckRank } as const,
  ].flatMap(({ key, rank }) =>
    rank === undefined ? [] : [{ words: chartText(key, { rank: figure(rank) }), rank }],
  );
  known.sort((a, b) => a.rank - b.rank);
  const [low, high] = known.map(({ words, rank }, k) =>
    place(words, rank, known.length === 1 ? 0 : k === 0 ? -1 : 1),
  );
  if (low === undefined) return [];
  if (high === undefined) return [{ ...low, row: 0 }];
  const isTight = high.x - high.half < low.x + low.half + text * 0.5;
  return [
    { ...low, row: 0 },
    { ...high, row: isTight ? 1 : 0 },
  ];
}

/** Whole dimensions, the roundest first, as many as keep apart. */
function spacedTicks(x: ScalePower<number, number>, top: number, text: number): number[] {
  const kept: number[] = [];
  for (const value of [
    ...[0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
    ...[3, 4, 6, 8, 15, 30, 40, 75, 150, 300],
  ]) {
    const isFree = kept.every((other) => Math.abs(x(other) - x(value)) > text * 2);
    if (value <= top && isFree) kept.push(value);
  }
  return kept.sort((a, b) => a - b);
}

function roundAbove(value: number): number {
  return [5, 10, 20, 50, 100, 200, 500, 1000].find((step) => step >= value) ?? Math.ceil(value);
}
