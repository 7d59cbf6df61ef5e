import { chartText } from '../../messages/charts.ts';
import { prepare, textWidth } from '../chart.ts';
import { child, group } from '../parts/child.ts';
import { tenths } from '../parts/outline.ts';
import { followPointer, report } from '../parts/pointer.ts';
import { drawRules, drawValueLabels } from '../parts/value-axis.ts';
import type { HistoryData, HistoryOptions } from './history-data.ts';
import {
  type HistoryFrame,
  type HistoryPanel,
  historyFrame,
  labelRoom,
  seriesFigure,
} from './history-frame.ts';
import { drawHistoryReadOut, stepAt } from './history-read-out.ts';

export { describeHistory } from './describe-history.ts';
export type * from './history-data.ts';

/** Loss, accuracy, norms over the steps: a panel for each series on a common axis of steps. */
export function drawHistory(svg: SVGSVGElement, data: HistoryData, options: HistoryOptions): void {
  const text = prepare(svg, 'history', options);
  const frame = historyFrame(data, options, text);

  const panels = child(svg, 'g', 'panels')
    .selectChildren<SVGGElement, unknown>('g.panel')
    .data(frame.panels)
    .join('g')
    .attr('class', 'panel');
  for (const [k, element] of panels.nodes().entries()) {
    const panel = frame.panels[k];
    if (panel === undefined) continue;
    drawAxes(group(element, 'axes'), panel, frame);
    drawEvents(group(element, 'events'), data, panel, frame);
    drawSeries(group(element, 'series'), data, panel, frame);
  }
  drawSteps(group(svg, 'steps'), options, frame);

  const read = (step = options.highlighted) => drawHistoryReadOut(svg, step, data, frame);
  const pointer = followPointer(svg, (at) => {
    const step = at && stepAt(at, data, frame);
    read(step);
    report(svg, step, options.onHover);
  });
  read(pointer && stepAt(pointer, data, frame));
}

function drawAxes(
  axes: SVGGElement,
  { plot, ticks, series }: HistoryPanel,
  { text }: HistoryFrame,
) {
  drawRules(
    axes,
    plot,
    ticks.map(({ at }) => at),
  );
  drawValueLabels(axes, plot, text, ticks);
  const title = child(axes, 'text', 'title')
    .attr('x', plot.left - labelRoom(text))
    .attr('y', plot.top - Math.round(text * 1.05));
  const words = [
    { name: 'name', words: series.title },
    {
      name: 'unit',
      words: [series.unit, series.scale === 'log' ? chartText('history.logScale') : '']
        .filter(Boolean)
        .join(chartText('comma')),
    },
  ];
  title
    .selectChildren('tspan')
    .data(words)
    .join('tspan')
    .attr('class', ({ name }) => name)
    .attr('dx', (part, k) => (k > 0 && part.words !== '' ? text * 0.5 : null))
    .text((part) => part.words);
}

function drawEvents(
  layer: SVGGElement,
  { events }: HistoryData,
  { plot }: HistoryPanel,
  { text, x, panels }: HistoryFrame,
): void {
  const isNamed = panels[0]?.plot === plot;
  const placed: {
    label: string;
    px: number;
    row: number;
    from: number;
    to: number;
    anchor: string;
  }[] = [];
  for (const { step, label } of events) {
    const px = Math.round(plot.left + x(step)) + 0.5;
    if (px < plot.left || px > plot.right + 1) continue;
    const width = textWidth(label, text) + text * 0.4;
    const isBefore = px + width > plot.right;
    const [from, to] = isBefore ? [px - width, px] : [px, px + width];
    const isFree = (row: number) =>
      placed.every((other) => other.row !== row || other.to < from || other.from > to);
    let row = 0;
    while (!isFree(row)) row++;
    placed.push({ label, px, row, from, to, anchor: isBefore ? 'end' : 'start' });
  }
  child(layer, 'path', 'rules').attr(
    'd',
    placed.map(({ px }) => `M${px},${plot.top - 2}V${plot.bottom}`).join(''),
  );
  child(layer, 'g', 'names')
    .selectChildren('text')
    .data(isNamed ? placed : [])
    .join('text')
    .attr('text-anchor', ({ anchor }) => anchor)
    .attr('x', ({ px, anchor }) => px + (anchor === 'end' ? -4 : 4))
    .attr('y', ({ row }) => plot.top + Math.round(text * (0.75 + 1.2 * row)))
    .text(({ label }) => label);
}

function drawSeries(
  layer: SVGGElement,
  data: HistoryData,
  { series, plot, line, y, last }: HistoryPanel,
  { text, x }: HistoryFrame,
): void {
  let path = '';
  let isOpen = false;
  for (let k = 0; k < line.x.length; k++) {
    const value = Number(line.y[k]);
    if (!Number.isFinite(value) || (series.scale === 'log' && value <= 0)) {
      isOpen = false;
      continue;
    }
    path += `${isOpen ? 'L' : 'M'}${tenths(plot.left + Number(line.x[k]))},${tenths(y(value))}`;
    isOpen = true;
  }
  child(layer, 'path', 'line').attr('d', path);
  const value = Number(series.values[last]);
  const px = last < 0 ? 0 : plot.left + x(Number(data.steps[last]));
  const py = last < 0 ? 0 : y(value);
  child(layer, 'circle', 'end')
    .attr('visibility', last < 0 ? 'hidden' : null)
    .attr('cx', tenths(px))
    .attr('cy', tenths(py))
    .attr('r', text * 0.24);
  child(layer, 'text', 'final')
    .attr('x', Math.round(px + text * 0.55))
    .attr('y', Math.round(Math.max(py, plot.top + text * 0.3) + text * 0.35))
    .text(last < 0 ? '' : seriesFigure(series, value));
}

function drawSteps(layer: SVGGElement, options: HistoryOptions, frame: HistoryFrame): void {
  const { text, panels, x, xTicks } = frame;
  const lowest = Math.max(0, ...panels.map(({ plot }) => plot.bottom));
  const footed = panels.filter(({ plot }) => plot.bottom === lowest);
  const baseline = lowest + Math.round(text * 1.7);
  const labels = footed.flatMap(({ plot }) =>
    xTicks.map(({ step, label }) => ({ label, px: Math.round(plot.left + x(step)) + 0.5 })),
  );
  child(layer, 'path', 'ticks').attr(
    'd',
    footed.map(({ plot }) => `M${plot.left},${lowest + 4.5}H${plot.right}`).join('') +
      labels.map(({ px }) => `M${px},${lowest + 4}v4`).join(''),
  );
  child(layer, 'g', 'x-labels')
    .selectChildren('text')
    .data(labels)
    .join('text')
    .attr('x', ({ px }) => px)
    .attr('y', baseline)
    .text(({ label }) => label);
  const half = textWidth(xTicks.at(-1)?.label ?? '', text) / 2;
  child(layer, 'g', 'x-titles')
    .selectChildren('text')
    .data(footed)
    .join('text')
    .attr('x', ({ plot }) => plot.right + half + text * 0.6)
    .attr('y', baseline)
    .text(options.xTitle ?? chartText('history.steps'));
}
