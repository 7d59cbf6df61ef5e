import { chartText } from '../../messages/charts.ts';
import { prepare } from '../chart.ts';
import { figure, subscript } from '../figures.ts';
import { child, group } from '../parts/child.ts';
import { tenths } from '../parts/outline.ts';
import { followPointer, type Pixel } from '../parts/pointer.ts';
import { drawReadOut } from '../parts/read-out.ts';
import type { JacobianValuesData, JacobianValuesOptions } from './jacobian-values-data.ts';
import { type JacobianValuesFrame, jacobianValuesFrame } from './jacobian-values-frame.ts';

export { describeJacobianValues } from './describe-jacobian-values.ts';
export type * from './jacobian-values-data.ts';

/**
 * The singular values of the Jacobian, a row for each index, on a log axis: a line over all points,
 * a bar over the middle half of them with their median, and a mark at a point of the largest rank:
 * a disc where the value counts towards it, a ring where it does not.
 */
export function drawJacobianValues(
  svg: SVGSVGElement,
  data: JacobianValuesData,
  options: JacobianValuesOptions,
): void {
  const text = prepare(svg, 'jacobian-values', options);
  const frame = jacobianValuesFrame(data, options, text);
  svg.classList.toggle('dimmed', options.dimmed === true);
  drawAxes(group(svg, 'axes'), data, frame);
  drawSpreads(group(svg, 'spreads'), data, frame);
  drawMarks(group(svg, 'marks'), data, frame);

  const read = (at: Pixel | undefined) => drawRowReadOut(svg, at, data, frame);
  read(followPointer(svg, read));
}

function drawAxes(
  axes: SVGGElement,
  { spreads }: JacobianValuesData,
  { plot, text, x, y, ticks }: JacobianValuesFrame,
): void {
  const column = (value: number) => Math.round(x(value)) + 0.5;
  child(axes, 'path', 'grid').attr(
    'd',
    ticks.map(({ value }) => `M${column(value)},${plot.top}V${plot.bottom}`).join(''),
  );
  child(axes, 'path', 'ticks').attr('d', `M${plot.left},${plot.bottom + 0.5}H${plot.right}`);
  child(axes, 'g', 'y-labels')
    .selectChildren('text')
    .data(spreads)
    .join('text')
    .attr('x', plot.left - text * 0.5)
    .attr('y', (_, row) => Math.round(y(row) + text * 0.35))
    .text((_, row) => `s${subscript(row + 1)}`);
  child(axes, 'g', 'x-labels')
    .selectChildren('text')
    .data(ticks)
    .join('text')
    .attr('x', ({ value }) => column(value))
    .attr('y', plot.bottom + Math.round(text * 1.35))
    .text(({ label }) => label);
  child(axes, 'text', 'x-title')
    .attr('x', plot.right)
    .attr('y', plot.bottom + Math.round(text * 2.6))
    .text(chartText('spectrum.axis'));
}

function drawSpreads(
  layer: SVGGElement,
  { spreads }: JacobianValuesData,
  { text, x, y, rowHeight }: JacobianValuesFrame,
): void {
  const half = tenths(Math.min(text * 0.45, rowHeight * 0.36));
  const paths = { whole: '', middle: '', median: '' };
  spreads.forEach(({ least, lowerQuartile, median, upperQuartile, largest }, row) => {
    const height = tenths(y(row));
    const [from, to] = [tenths(x(lowerQuartile)), tenths(x(upperQuartile))];
    paths.whole += `M${tenths(x(least))},${height}H${tenths(x(largest))}`;
    paths.middle += `M${from},${tenths(height - half)}H${Math.max(to, from + 1)}v${2 * half}H${from}z`;
    paths.median += `M${tenths(x(median))},${tenths(height - half)}v${2 * half}`;
  });
  for (const [name, path] of Object.entries(paths)) child(layer, 'path', name).attr('d', path);
}

function drawMarks(
  layer: SVGGElement,
  { atRank, rank }: JacobianValuesData,
  { text, x, y, rowHeight }: JacobianValuesFrame,
): void {
  const r = tenths(Math.min(text * 0.3, rowHeight * 0.3));
  const disc = `m${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;
  const paths = { strong: '', weak: '' };
  atRank.forEach((value, row) => {
    paths[row < rank ? 'strong' : 'weak'] += `M${tenths(x(value))},${tenths(y(row))}${disc}`;
  });
  for (const [name, path] of Object.entries(paths)) child(layer, 'path', name).attr('d', path);
}

function drawRowReadOut(
  svg: SVGSVGElement,
  at: Pixel | undefined,
  { spreads, atRank, rank }: JacobianValuesData,
  { plot, text, x, y, rowHeight }: JacobianValuesFrame,
): void {
  const row = at && Math.floor((at.y - plot.top) / rowHeight);
  const spread = row === undefined ? undefined : spreads[row];
  if (row === undefined || spread === undefined) {
    drawReadOut(svg, undefined, plot, text);
    return;
  }
  const { least, lowerQuartile, median, upperQuartile, largest } = spread;
  const lines = [
    chartText('jacobian.row', {
      symbol: `s${subscript(row + 1)}`,
      least: figure(least, 2),
      median: figure(median, 2),
      largest: figure(largest, 2),
    }),
    chartText('jacobian.half', { from: figure(lowerQuartile, 2), to: figure(upperQuartile, 2) }),
  ];
  const value = atRank[row];
  if (value !== undefined) {
    lines.push(chartText('jacobian.here', { rank, value: figure(value, 2) }));
  }
  const frame = { left: 0, top: 0, right: plot.right, bottom: plot.bottom + text * 3 };
  drawReadOut(svg, { at: { x: x(median), y: y(row) }, lines }, frame, text);
}
