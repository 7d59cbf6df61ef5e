import { chartText } from '../../messages/charts.ts';
import { prepare } from '../chart.ts';
import { figure, subscript } from '../figures.ts';
import { child, group } from '../parts/child.ts';
import { dodge } from '../parts/dodge.ts';
import { drawLayerAxis } from '../parts/layer-axis.ts';
import { decades, logTicks } from '../parts/log-axis.ts';
import { followPointer, report } from '../parts/pointer.ts';
import { drawRules, drawValueLabels } from '../parts/value-axis.ts';
import { type SingularLine, singularLine } from './singular-line.ts';
import type { SpectrumData, SpectrumOptions } from './spectrum-data.ts';
import {
  layerTitle,
  type SpectrumFrame,
  type SpectrumSettings,
  spectrumFrame,
  spectrumSettings,
} from './spectrum-frame.ts';
import { drawSpectrumReadOut, valueAt } from './spectrum-read-out.ts';

export { describeSpectrum } from './describe-spectrum.ts';
export type * from './spectrum-data.ts';
export { sharedSpectrumDomain } from './spectrum-frame.ts';

/**
 * The singular values over the layers, as in the paper's Figure 1: a line for each index i, on a
 * log axis; what counts towards the rank is strong, the rest faint.
 */
export function drawSpectrum(
  svg: SVGSVGElement,
  data: SpectrumData,
  options: SpectrumOptions,
): void {
  const text = prepare(svg, 'spectrum', options);
  const settings = spectrumSettings(options);
  const frame = spectrumFrame(data, options, text);
  const most = Math.max(0, ...data.layers.map((values) => values.length));
  const lines = Array.from({ length: Math.min(settings.shown, most) }, (_, k) =>
    singularLine(data.layers, k + 1, settings.threshold, {
      x: frame.x,
      y: frame.y,
    }),
  );

  // In the order of painting: the axes' rules are seen through the shade below the threshold.
  const shade = group(svg, 'below');
  drawAxes(group(svg, 'axes'), data, options, frame);
  drawThreshold(shade, group(svg, 'threshold'), data, settings, frame);
  drawLines(group(svg, 'lines'), lines);
  drawDots(group(svg, 'dots'), data, settings, frame);
  drawLabels(group(svg, 'labels'), data, lines, settings, frame);

  const read = (hover = options.highlighted) =>
    drawSpectrumReadOut(svg, hover, data, settings, frame);
  const pointer = followPointer(svg, (at) => {
    const hover = at && valueAt(at, data, settings, frame);
    read(hover);
    report(svg, hover, options.onHover);
  });
  read(pointer && valueAt(pointer, data, settings, frame));
}

function drawAxes(
  axes: SVGGElement,
  data: SpectrumData,
  options: SpectrumOptions,
  frame: SpectrumFrame,
): void {
  const { plot, text, y, floor, ceiling } = frame;
  const room = (plot.bottom - plot.top) / (text * 1.9);
  const ticks = logTicks(floor, ceiling, Math.max(2, room)).map((tick) => ({
    ...tick,
    at: Math.round(y(tick.value)) + 0.5,
  }));
  const minor = decades(floor, ceiling, 99).map((e) => Math.round(y(10 ** e)) + 0.5);
  drawRules(axes, plot, new Set([...minor, ...ticks.map(({ at }) => at)]));
  drawValueLabels(axes, plot, text, ticks);
  drawLayerAxis(axes, frame, options.xTitle ?? layerTitle());
  child(axes, 'text', 'title')
    .attr('x', 0)
    .attr('y', Math.round(text * 1.05))
    .text(options.titled === false ? '' : data.title);
  child(axes, 'text', 'y-title')
    .attr('x', 0)
    .attr('y', plot.top - Math.round(text * 1.05))
    .text(options.yTitle ?? chartText('spectrum.axis'));
}

function drawThreshold(
  shade: SVGGElement,
  layer: SVGGElement,
  { layers }: SpectrumData,
  { threshold }: SpectrumSettings,
  { plot, text, x, y }: SpectrumFrame,
): void {
  const at = layers.map((values) => y(threshold * Number(values[0])));
  const reach = layers.length === 1 ? text * 2 : text * 0.8;
  const path = at
    .map((py, k) => {
      const px = x(k + 1);
      const height = Math.round(py * 10) / 10;
      const start = k === 0 ? `M${(px - reach).toFixed(1)},${height}` : '';
      const end = k === at.length - 1 ? `L${(px + reach).toFixed(1)},${height}` : '';
      return `${start}L${px.toFixed(1)},${height}${end}`.replace(/^L/, k === 0 ? 'M' : 'L');
    })
    .join('');
  child(shade, 'path', 'shade').attr(
    'd',
    at.length === 0 ? '' : `${path}V${plot.bottom}H${(x(1) - reach).toFixed(1)}Z`,
  );
  child(layer, 'path', 'rule').attr('d', path);
}

function drawLines(layer: SVGGElement, lines: readonly SingularLine[]): void {
  const strengths = ['weak', 'strong'] as const;
  for (const strength of strengths) {
    child(layer, 'g', strength)
      .selectChildren('path')
      .data(lines)
      .join('path')
      .attr('d', (line) => line[strength]);
  }
}

/** Discs for what counts, rings for what does not, triangles on the floor for what lies below it. */
function drawDots(
  layer: SVGGElement,
  { layers }: SpectrumData,
  { threshold, shown }: SpectrumSettings,
  { text, x, y, floor }: SpectrumFrame,
): void {
  const spacing = layers.length > 1 ? x(2) - x(1) : Number.POSITIVE_INFINITY;
  const isRoomy = spacing > text * 1.1;
  const radius = Math.round(text * (layers.length === 1 ? 3.3 : 2.1)) / 10;
  const disc = (r: number) => `m${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;
  const reach = Math.round(Math.min(text * 0.4, spacing * 0.35) * 10) / 10;
  const paths = { strong: '', weak: '', clamped: '' };
  layers.forEach((values, k) => {
    const px = Math.round(x(k + 1) * 10) / 10;
    const isAtFloor = values.subarray(0, shown).some((value) => !(value >= floor));
    if (isAtFloor) {
      paths.clamped += `M${px - reach},${y(floor)}h${2 * reach}l${-reach},${reach * 1.4}z`;
    }
    if (!isRoomy) return;
    for (const value of values.subarray(0, shown)) {
      if (!(value >= floor)) continue;
      const place = `M${px},${Math.round(y(value) * 10) / 10}`;
      if (value > threshold * Number(values[0])) paths.strong += place + disc(radius);
      else paths.weak += place + disc(radius * 0.8);
    }
  });
  for (const [name, path] of Object.entries(paths)) child(layer, 'path', name).attr('d', path);
}

interface EndLabel {
  readonly kind: 'strong' | 'weak' | 'rule';
  readonly text: string;
  readonly wanted: number;
}

interface EndedLine {
  readonly line: SingularLine;
  readonly y: number;
}

/** Share of the width from which on a line's end is near enough to the names at the edge. */
const nearEdge = 0.6;

/**
 * Each strong line is named at its end where there is room, and so is the threshold; the faint
 * lines share a name. Lines that end far from the edge go without one: the pointer reads them.
 */
function drawLabels(
  layer: SVGGElement,
  data: SpectrumData,
  lines: readonly SingularLine[],
  { symbol, threshold }: SpectrumSettings,
  { plot, text, y }: SpectrumFrame,
): void {
  const name = ({ line }: EndedLine) => symbol + subscript(line.index);
  /** One name for several lines, beside the middle one. */
  const together = (kind: EndLabel['kind'], group: readonly EndedLine[]): EndLabel[] => {
    const [first, middle, last] = [group[0], group[group.length >> 1], group.at(-1)];
    if (first === undefined || middle === undefined || last === undefined) return [];
    const words = first === last ? name(first) : `${name(first)}…${name(last)}`;
    return [{ kind, text: words, wanted: middle.y }];
  };
  // A single layer stands in the middle.
  const isAlone = data.layers.length === 1;
  const near = isAlone ? plot.left : plot.left + nearEdge * (plot.right - plot.left);
  const ended = lines.flatMap((line) =>
    line.end === undefined || line.end.x < near ? [] : [{ line, y: line.end.y }],
  );
  const strong = ended.filter(({ line }) => line.endsStrong);
  const weak = ended.filter(({ line }) => !line.endsStrong);
  const spacing = text * 1.15;
  const room = Math.floor((plot.bottom - plot.top) / spacing) - 2;
  const labels =
    strong.length > room
      ? together('strong', strong)
      : strong.map((end): EndLabel => ({ kind: 'strong', text: name(end), wanted: end.y }));
  const largest = data.layers.at(-1)?.[0];
  if (largest !== undefined) {
    const wanted = y(threshold * largest);
    labels.push({ kind: 'rule', text: `${figure(threshold)} ${symbol}₁`, wanted });
  }
  labels.push(...together('weak', weak));
  const places = dodge(
    labels.map(({ wanted }) => wanted),
    spacing,
    plot.top,
    plot.bottom - text * 0.4,
  );
  child(layer, 'g', 'names')
    .selectChildren('text')
    .data(labels)
    .join('text')
    .attr('class', ({ kind }) => kind)
    .attr('x', plot.right + text * 0.4)
    .attr('y', (_, k) => Math.round(Number(places[k]) + text * 0.35))
    .text((label) => label.text);
}
