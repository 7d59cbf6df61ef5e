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

describe('a map of another quantity on the same grid', () => {
  const losses: WindowMapData = {
    trueRank: 2,
    cells: map.cells.map((one, k) => ({ ...one, value: 0.1 * 2 ** k })),
    quantity: { title: 'total loss', domain: [0.1, 3.2] },
  };
  let svg: SVGSVGElement;
  beforeEach(() => {
    svg = emptyPicture();
  });
  const link = (depth: number, points: number) =>
    svg.querySelector<SVGAElement>(`a[href="?depth=${depth}&points=${points}"]`);

  it('draws this markup', () => {
    drawWindowMap(svg, losses, size);
    expect(markup(svg)).toMatchSnapshot();
  });

  it('prints the values and shades them in equal steps for equal ratios', () => {
    drawWindowMap(svg, losses, size);
    expect(texts(svg, '.ranks text')).toEqual(['0.1', '0.2', '0.4', '0.8', '1.6', '3.2']);
    const shades = [...svg.querySelectorAll<SVGAElement>('a.shade')].map((mark) =>
      Number(mark.style.getPropertyValue('--shade')),
    );
    expect(shades).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });

  it('names what it shows and the ends of its scale, and keeps the outline of the true rank', () => {
    drawWindowMap(svg, losses, size);
    expect(texts(svg, '.legend text').toSorted()).toEqual([
      '0.1',
      '3.2',
      'the true rank 2',
      'total loss',
    ]);
    expect(svg.querySelector('.window')?.getAttribute('d')?.match(/M/g)).toHaveLength(6);
  });

  it('leaves a value out where its cell has no room for it', () => {
    const narrow = { ...size, width: 130 };
    const small = losses.cells.map((one) => ({ ...one, value: 0.00123 }));
    drawWindowMap(svg, { ...losses, cells: small }, narrow);
    expect(texts(svg, '.ranks text').join('')).toBe('');
  });

  it('has no shade and no figure for a cell without a value', () => {
    const cells = losses.cells.map((one) => ({ ...one, value: Number.NaN }));
    drawWindowMap(svg, { ...losses, cells }, size);
    expect(texts(svg, '.ranks text').join('')).toBe('');
    expect(svg.querySelector('a.shade[style*="--shade"]')).toBeNull();
  });

  it('reads the value out, and tells where pointer and focus are', () => {
    const told: unknown[] = [];
    drawWindowMap(svg, losses, { ...size, onPoint: (place) => told.push(place) });
    movePointer(svg, 410, 60);
    movePointer(svg, 411, 61);
    expect(texts(svg, '.read-out tspan')).toEqual(['L = 48, N = 400: total loss 3.2', '3 runs']);
    movePointer(svg, 0, 0);
    link(16, 20)?.focus();
    expect(told).toEqual([
      expect.objectContaining({ depth: 48, points: 400 }),
      undefined,
      expect.objectContaining({ depth: 16, points: 20 }),
    ]);
  });

  it('rings the cell that is pointed at elsewhere, which is then next in the order of tabs', () => {
    drawWindowMap(svg, losses, size);
    drawWindowMap(svg, losses, { ...size, marked: { depth: 16, points: 400 } });
    const around = svg.querySelector('.cross-hair .around')?.getAttribute('d');
    expect(around).toBe(link(16, 400)?.firstElementChild?.getAttribute('d'));
    expect(texts(svg, '.read-out tspan')).toEqual([]);
    expect(link(16, 400)?.getAttribute('tabindex')).toBe('0');
    expect(svg.querySelectorAll('a[tabindex="0"]')).toHaveLength(1);
    drawWindowMap(svg, losses, size);
    expect(svg.querySelector('.cross-hair .around')).toBeNull();
  });

  it('says the values from depth to depth', () => {
    expect(describeWindowMap(losses)).toBe(
      'The total loss for a teacher of rank 2. N = 20: L = 4: 0.1, L = 16: 0.2, L = 48: 0.4. N = 400: L = 4: 0.8, L = 16: 1.6, L = 48: 3.2.',
    );
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
