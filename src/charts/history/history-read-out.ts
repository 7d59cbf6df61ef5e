import { chartText } from '../../messages/charts.ts';
import { textWidth } from '../chart.ts';
import { whole } from '../figures.ts';
import { child } from '../parts/child.ts';
import { tenths } from '../parts/outline.ts';
import type { Pixel } from '../parts/pointer.ts';
import type { HistoryData } from './history-data.ts';
import { type HistoryFrame, seriesFigure } from './history-frame.ts';

/** The step of the data nearest to a pixel; undefined outside every panel. */
export function stepAt(
  at: Pixel,
  { steps }: HistoryData,
  { panels, invert, text }: HistoryFrame,
): number | undefined {
  const panel = panels.find(
    ({ plot }) =>
      at.x >= plot.left - text &&
      at.x <= plot.right + text &&
      at.y >= plot.top - text * 2 &&
      at.y <= plot.bottom + text,
  );
  if (panel === undefined || steps.length === 0) return undefined;
  return steps[nearest(steps, invert(at.x - panel.plot.left))];
}

/** Index of the entry of an ascending series nearest to a value. */
export function nearest(ascending: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (Number(ascending[middle]) <= value) low = middle;
    else high = middle;
  }
  return value - Number(ascending[low]) <= Number(ascending[high]) - value ? low : high;
}

/** A rule at one step through all panels, with the value of each series written beside it. */
export function drawHistoryReadOut(
  svg: SVGSVGElement,
  step: number | undefined,
  data: HistoryData,
  { panels, x, text }: HistoryFrame,
): void {
  const index = step === undefined || data.steps.length === 0 ? -1 : nearest(data.steps, step);
  const at = Number(data.steps[index]);
  const marks =
    index < 0
      ? []
      : panels.map((panel, k) => {
          const value = Number(panel.series.values[index]);
          const px = panel.plot.left + x(at);
          const isKnown = Number.isFinite(value) && (panel.series.scale === 'linear' || value > 0);
          const words = seriesFigure(panel.series, value);
          const isFirst = k === 0 || panel.plot.top === panels[0]?.plot.top;
          const label = isFirst
            ? chartText('history.readOut', { step: whole(at), value: words })
            : words;
          const py = isKnown ? panel.y(value) : panel.plot.bottom;
          const isBefore = px + textWidth(label, text) + text > panel.plot.right + text * 3;
          const isHigh = py - text * 1.2 < panel.plot.top - text * 0.4;
          return { panel, px, py, isKnown, label, isBefore, ty: py + text * (isHigh ? 1.3 : -0.6) };
        });
  svg.classList.toggle('reading', marks.length > 0);
  const layer = child(svg, 'g', 'cross-hair')
    .selectChildren<SVGGElement, unknown>('g')
    .data(marks)
    .join('g');
  layer.each(function ({ panel, px, py, isKnown, label, isBefore, ty }) {
    const rule = Math.round(px) + 0.5;
    child(this, 'path', 'hairs').attr('d', `M${rule},${panel.plot.top}V${panel.plot.bottom}`);
    child(this, 'circle', 'ring')
      .attr('visibility', isKnown ? null : 'hidden')
      .attr('cx', tenths(px))
      .attr('cy', tenths(py))
      .attr('r', text * 0.34);
    child(this, 'text', 'value')
      .attr('text-anchor', isBefore ? 'end' : 'start')
      .attr('x', Math.round(px + text * (isBefore ? -0.6 : 0.6)))
      .attr('y', Math.round(ty))
      .text(label);
  });
}
