import { sweepText } from '../../messages/sweep.ts';
import { prepare, textWidth } from '../chart.ts';
import { figure } from '../figures.ts';
import { child, group } from '../parts/child.ts';
import { drawLinkMarks, type LinkMark } from '../parts/link-marks.ts';
import { tenths } from '../parts/outline.ts';
import { spacedLabels } from '../parts/spaced-labels.ts';
import type { MapPlace, WindowCell, WindowMapData, WindowMapOptions } from './window-map-data.ts';
import { type Band, type WindowMapFrame, windowMapFrame } from './window-map-frame.ts';
import { corner, legendOf } from './window-map-legend.ts';
import { scaleLegendOf, shadeOf, valueFigure } from './window-map-shades.ts';

export { describeWindowMap } from './describe-window-map.ts';
export type * from './window-map-data.ts';

export type Verdict = 'over' | 'true' | 'under';

export function verdictOn({ rank }: WindowCell, trueRank: number): Verdict {
  if (rank === trueRank) return 'true';
  return rank > trueRank ? 'over' : 'under';
}

/**
 * The recovered rank over depth and number of points: every cell says its rank as a figure and
 * whether it is too high, true or too low as a tint; the cells of the true rank are outlined. Of a
 * quantity every cell says the value, as a shade as well, within the same outline.
 */
export function drawWindowMap(
  svg: SVGSVGElement,
  data: WindowMapData,
  options: WindowMapOptions,
): void {
  const { quantity } = data;
  const text = prepare(svg, quantity ? 'window-map of-quantity' : 'window-map', options);
  const legend = quantity
    ? scaleLegendOf(quantity, data.trueRank, options.width, text)
    : legendOf(data, options.width, text);
  const frame = windowMapFrame(data, options, text, legend.rows);
  const placed = data.cells.flatMap((cell) => {
    const column = frame.columns.find(({ value }) => value === cell.depth);
    const row = frame.rows.find(({ value }) => value === cell.points);
    return column === undefined || row === undefined ? [] : [{ cell, column, row }];
  });

  drawGround(group(svg, 'ground'), frame);
  const marks = cellMarks(placed, data);
  drawLinkMarks(svg, group(svg, 'cells'), marks, {
    frame: { left: 0, top: 0, right: options.width, bottom: options.height },
    text,
    marked: options.marked && keyOf(options.marked),
    onRead: (key) => options.onPoint?.(data.cells.find((cell) => keyOf(cell) === key)),
  });
  drawFigures(group(svg, 'figures'), placed, data, frame);
  child(svg, 'path', 'window').attr('d', windowOutline(placed, data.trueRank));
  drawTrend(group(svg, 'trend'), data, frame);
  drawAxes(group(svg, 'axes'), frame);
  legend.draw(group(svg, 'legend'));
  // The read-out and the ring about a cell lie over the figures.
  for (const name of ['cross-hair', 'read-out']) svg.append(group(svg, name));
}

interface PlacedCell {
  readonly cell: WindowCell;
  readonly column: Band;
  readonly row: Band;
}

const middle = ({ from, to }: Band) => (from + to) / 2;

function drawGround(layer: SVGGElement, { columns, rows }: WindowMapFrame): void {
  const empty = columns.flatMap((column) =>
    rows.map((row) => `M${column.from},${row.from}H${column.to}V${row.to}H${column.from}Z`),
  );
  child(layer, 'path', 'sheet').attr('d', empty.join(''));
}

const keyOf = ({ depth, points }: MapPlace) => `${depth} ${points}`;

function cellMarks(
  placed: readonly PlacedCell[],
  { trueRank, quantity }: WindowMapData,
): LinkMark[] {
  return placed.map(({ cell, column, row }) => {
    const place = { depth: cell.depth, points: figure(cell.points) };
    return {
      key: keyOf(cell),
      at: { x: middle(column), y: middle(row) },
      path: `M${column.from},${row.from}H${column.to}V${row.to}H${column.from}Z`,
      box: { left: column.from, top: row.to, right: column.to, bottom: row.from },
      kind: `cell ${quantity ? 'shade' : verdictOn(cell, trueRank)}`,
      shade: quantity && shadeOf(cell.value, quantity),
      lines: [
        quantity
          ? sweepText('chart.cellValue', {
              ...place,
              title: quantity.title,
              value: figure(cell.value ?? Number.NaN),
            })
          : sweepText('chart.cell', { ...place, rank: cell.rank }),
        ...cell.lines,
      ],
      href: cell.href,
    };
  });
}

function drawFigures(
  layer: SVGGElement,
  placed: readonly PlacedCell[],
  { trueRank, quantity }: WindowMapData,
  { text }: WindowMapFrame,
): void {
  const wordsOf = ({ cell, column }: PlacedCell) =>
    quantity ? valueFigure(cell.value, column, text) : String(cell.rank);
  child(layer, 'g', 'ranks')
    .selectChildren('text')
    .data(placed)
    .join('text')
    .attr('class', ({ cell }) => (quantity ? 'value' : verdictOn(cell, trueRank)))
    .attr('x', ({ column }) => middle(column))
    .attr('y', ({ row }) => Math.round(middle(row) + text * 0.38))
    .text(wordsOf);
  // A corner, because the middle is taken by the figure.
  const corners = placed
    .filter(({ cell }) => cell.dearer && !quantity)
    .map(({ column, row }) => corner(column.to, row.to, text * 0.75));
  child(layer, 'path', 'dearer').attr('d', corners.join(''));
}

/** The border between cells of the true rank and all others. */
function windowOutline(placed: readonly PlacedCell[], trueRank: number): string {
  const inside = placed.filter(({ cell }) => cell.rank === trueRank);
  const holds = (x: number, y: number) =>
    inside.some(
      ({ column, row }) => x > column.from && x < column.to && y < row.from && y > row.to,
    );
  return inside
    .map(({ column, row }) => {
      const [left, right, bottom, top] = [column.from, column.to, row.from, row.to];
      const [across, up] = [middle(column), middle(row)];
      return [
        holds(left - 1, up) ? '' : `M${left},${bottom}V${top}`,
        holds(right + 1, up) ? '' : `M${right},${bottom}V${top}`,
        holds(across, top - 1) ? '' : `M${left},${top}H${right}`,
        holds(across, bottom + 1) ? '' : `M${left},${bottom}H${right}`,
      ].join('');
    })
    .join('');
}

function drawTrend(layer: SVGGElement, { trend }: WindowMapData, frame: WindowMapFrame): void {
  const { rows, plot, text, x, y } = frame;
  const [first, last] = [rows[0]?.value, rows.at(-1)?.value];
  const count = 40;
  const within =
    trend === undefined || first === undefined || last === undefined
      ? []
      : Array.from({ length: count + 1 }, (_, k) => first * (last / first) ** (k / count))
          .map((points): [number, number] => [x(trend.perLogPoints * Math.log(points)), y(points)])
          .filter(([px]) => px >= plot.left && px <= plot.right);
  const path = within.map(([px, py], k) => `${k ? 'L' : 'M'}${tenths(px)},${tenths(py)}`).join('');
  child(layer, 'path', 'halo').attr('d', path);
  child(layer, 'path', 'line').attr('d', path);
  const end = within.at(-1);
  const words = end === undefined ? '' : sweepText('chart.trend');
  const width = textWidth(words, text);
  child(layer, 'text', 'name')
    .attr('x', tenths(Math.min(plot.right - width - 4, (end?.[0] ?? 0) + text * 0.5)))
    .attr('y', plot.top - Math.round(text * 0.5))
    .text(words);
}

function drawAxes(axes: SVGGElement, { plot, text, columns, rows }: WindowMapFrame): void {
  const baseline = plot.bottom + Math.round(text * 1.35);
  const numbered = spacedLabels(
    columns.map((column) => ({
      at: middle(column),
      room: textWidth(String(column.value), text) + text * 0.4,
    })),
  );
  child(axes, 'g', 'x-labels')
    .selectChildren('text')
    .data(columns.filter((_, k) => numbered.has(k)))
    .join('text')
    .attr('x', middle)
    .attr('y', baseline)
    .text(({ value }) => value);
  const named = spacedLabels(rows.map((row) => ({ at: middle(row), room: text * 1.15 })));
  child(axes, 'g', 'y-labels')
    .selectChildren('text')
    .data(rows.filter((_, k) => named.has(k)))
    .join('text')
    .attr('x', plot.left - text * 0.5)
    .attr('y', (row) => Math.round(middle(row) + text * 0.35))
    .text(({ value }) => figure(value));
  child(axes, 'text', 'x-title')
    .attr('x', plot.right)
    .attr('y', plot.bottom + Math.round(text * 2.75))
    .attr('text-anchor', 'end')
    .text(sweepText('chart.depthLong'));
  child(axes, 'text', 'y-title')
    .attr('x', 0)
    .attr('y', plot.top - Math.round(text * 0.5))
    .text(sweepText('chart.points'));
}
