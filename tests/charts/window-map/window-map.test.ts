// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { describeWindowMap, drawWindowMap, type WindowMapData } from '../../../src/charts/index.ts';
import { emptyPicture, markup, movePointer, texts } from '../drawing.ts';

const cell = (depth: number, points: number, rank: number, dearer = false) => ({
  depth,
  points,
  rank,
  dearer,
  lines: ['3 runs'],
  href: `?depth=${depth}&points=${points}`,
});
const map: WindowMapData = {
  trueRank: 2,
  cells: [
    cell(4, 20, 4),
    cell(16, 20, 2),
    cell(48, 20, 1),
    cell(4, 400, 3),
    cell(16, 400, 2),
    cell(48, 400, 1, true),
  ],
  trend: { perLogPoints: 6 },
};
const size = { width: 420, height: 280, textSize: 12 };

describe('drawWindowMap', () => {
  let svg: SVGSVGElement;
  beforeEach(() => {
    svg = emptyPicture();
  });

  it('draws this markup', () => {
    drawWindowMap(svg, map, size);
    expect(markup(svg)).toMatchSnapshot();
  });

  it('changes nothing when drawn twice', () => {
    drawWindowMap(svg, map, size);
    const once = markup(svg);
    drawWindowMap(svg, map, size);
    expect(markup(svg)).toBe(once);
  });

  it('prints the rank into every cell and tints it by what it means', () => {
    drawWindowMap(svg, map, size);
    expect(texts(svg, '.ranks text').toSorted()).toEqual(['1', '1', '2', '2', '3', '4']);
    expect(svg.querySelectorAll('a.cell.over')).toHaveLength(2);
    expect(svg.querySelectorAll('a.cell.true')).toHaveLength(2);
    expect(svg.querySelectorAll('a.cell.under')).toHaveLength(2);
  });

  it('outlines the cells of the true rank together, without a line between them', () => {
    drawWindowMap(svg, map, size);
    const sides = svg.querySelector('.window')?.getAttribute('d')?.match(/M/g) ?? [];
    expect(sides).toHaveLength(6);
  });

  it('marks the cells where a cheaper minimum has another rank, and explains the mark', () => {
    drawWindowMap(svg, map, size);
    expect(svg.querySelector('.figures .dearer')?.getAttribute('d')?.match(/M/g)).toHaveLength(1);
    expect(texts(svg, '.legend text')).toContain('a cheaper minimum has another rank');
    drawWindowMap(svg, { ...map, cells: map.cells.slice(0, 5) }, size);
    expect(texts(svg, '.legend text')).not.toContain('a cheaper minimum has another rank');
  });

  it('labels the trend as the theory’s, and draws none that it was not given', () => {
    drawWindowMap(svg, map, size);
    expect(texts(svg, '.trend text')).toEqual(['trend of the theory (derived)']);
    drawWindowMap(svg, { ...map, trend: undefined }, size);
    expect(texts(svg, '.trend text')).toEqual(['']);
    expect(svg.querySelector('.trend .line')?.getAttribute('d')).toBe('');
  });

  it('reads a cell out wherever the pointer is in it', () => {
    drawWindowMap(svg, map, size);
    movePointer(svg, 410, 60);
    expect(texts(svg, '.read-out tspan')).toEqual(['L = 48, N = 400: rank 1', '3 runs']);
  });

  it('opens a cell with a click, but with a finger only once it has been read', () => {
    drawWindowMap(svg, map, size);
    const link = svg.querySelector('a.cell');
    const press = (pointerType: string) => {
      const click = new MouseEvent('click', { bubbles: true, cancelable: true });
      link?.dispatchEvent(new PointerEvent('pointerdown', { pointerType, bubbles: true }));
      link?.dispatchEvent(click);
      return click.defaultPrevented ? 'read' : 'opened';
    };
    expect([press('touch'), press('touch'), press('mouse')]).toEqual(['read', 'opened', 'opened']);
  });

  it('keeps places for cells that are still to come', () => {
    const options = { ...size, depths: [2, 4, 16, 48], points: [20, 400] };
    drawWindowMap(svg, { ...map, cells: [cell(4, 20, 4)] }, options);
    expect(texts(svg, '.axes .x-labels text')).toEqual(['2', '4', '16', '48']);
    expect(svg.querySelectorAll('a.cell')).toHaveLength(1);
    drawWindowMap(svg, { ...map, cells: [] }, size);
    expect(markup(svg)).not.toMatch(/NaN|Infinity/);
  });
});

describe('describeWindowMap', () => {
  it('says the ranks from depth to depth for each number of points', () => {
    expect(describeWindowMap(map)).toBe(
      'Rank found for a teacher of rank 2. N = 20: L = 4: 4, L = 16: 2, L = 48: 1. N = 400: L = 4: 3, L = 16: 2, L = 48: 1.',
    );
    expect(describeWindowMap({ ...map, cells: [] })).toBe('Nothing has been measured yet.');
  });
});
