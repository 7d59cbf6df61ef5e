// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { drawHandles } from '../../../src/charts/handles/handles.ts';
import { group } from '../../../src/charts/parts/child.ts';
import { affine } from '../../../src/charts/parts/outline.ts';
import type { Plane } from '../../../src/charts/parts/plane.ts';
import { emptyPicture, movePointer } from '../drawing.ts';

/** A hundred pixels to a unit, (0, 0) in the middle at (200, 200). */
const plane: Plane = {
  plot: { left: 100, top: 100, right: 300, bottom: 300 },
  x: affine([-1, 1], [100, 300]),
  y: affine([-1, 1], [300, 100]),
  text: 12,
};

describe('drawHandles', () => {
  let svg: SVGSVGElement;
  let layer: SVGGElement;
  let places: number[];
  const onMove = vi.fn();
  const onAdd = vi.fn();
  const onRemove = vi.fn();
  const draw = () =>
    drawHandles(
      svg,
      layer,
      { places, noun: 'probe', nameOf: (index) => `probe ${index}`, onMove, onAdd, onRemove },
      plane,
    );
  const down = (x: number, y: number) => movePointer(svg, x, y, 'pointerdown');
  const up = (x: number, y: number) => movePointer(svg, x, y, 'pointerup');
  const key = (name: string, init: KeyboardEventInit = {}) =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init }),
    );
  const tabbed = () => layer.querySelectorAll<SVGElement>('.grips [tabindex="0"]');

  beforeEach(() => {
    svg = emptyPicture();
    layer = group(svg, 'handles');
    places = [0, 0, 0.5, 0.5];
    for (const listener of [onMove, onAdd, onRemove]) listener.mockReset();
    onMove.mockImplementation((index: number, x: number, y: number) => {
      places[2 * index] = x;
      places[2 * index + 1] = y;
      draw();
    });
    draw();
  });

  it('drags the handle nearest to the pointer, through the redrawings this causes', () => {
    down(202, 199);
    movePointer(svg, 222, 199);
    movePointer(svg, 242, 179);
    up(242, 179);
    expect(places[0]).toBeCloseTo(0.4);
    expect(places[1]).toBeCloseTo(0.2);
    movePointer(svg, 280, 280);
    expect(onMove).toHaveBeenCalledTimes(2);
    expect(onAdd).not.toHaveBeenCalled();
  });

  it('never drags beyond the plot', () => {
    down(200, 200);
    movePointer(svg, 900, -50);
    expect(places.slice(0, 2)).toEqual([1, 1]);
  });

  it('adds where empty space is clicked, but not where a drag begins or the plot ends', () => {
    down(120, 280);
    up(120, 280);
    expect(onAdd).toHaveBeenCalledTimes(1);
    expect(onAdd.mock.calls[0]).toEqual([expect.closeTo(-0.8), expect.closeTo(-0.8)]);
    down(120, 280);
    movePointer(svg, 150, 280);
    up(150, 280);
    down(20, 20);
    up(20, 20);
    expect(onAdd).toHaveBeenCalledTimes(1);
  });

  it('removes by a double click on a handle, not by one on empty space', () => {
    onAdd.mockImplementation((x: number, y: number) => {
      places.push(x, y);
      draw();
    });
    for (let twice = 0; twice < 2; twice++) {
      down(150, 150);
      up(150, 150);
    }
    expect(onAdd).toHaveBeenCalledTimes(1);
    expect(onRemove).not.toHaveBeenCalled();
    for (let twice = 0; twice < 2; twice++) {
      down(200, 200);
      up(200, 200);
    }
    expect(onRemove).toHaveBeenCalledExactlyOnceWith(0);
  });

  it('moves the focused handle by arrow keys, ten times as far with Shift', () => {
    tabbed()[0]?.focus();
    key('ArrowRight');
    key('ArrowUp', { shiftKey: true });
    expect(places[0]).toBeCloseTo(0.02);
    expect(places[1]).toBeCloseTo(0.2);
  });

  it('has one stop for Tab, and goes to the next handle by Page Down', () => {
    expect(tabbed()).toHaveLength(1);
    tabbed()[0]?.focus();
    key('PageDown');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('probe 1');
    expect(tabbed()).toHaveLength(1);
    key('PageDown');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('probe 0');
  });

  it('removes the focused handle by Delete and keeps the focus on one that is left', () => {
    onRemove.mockImplementation((index: number) => {
      places.splice(2 * index, 2);
      draw();
    });
    tabbed()[0]?.focus();
    key('PageDown');
    key('Delete');
    expect(onRemove).toHaveBeenCalledWith(1);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('probe 0');
  });

  it('adds at the cross that arrow keys move over the empty space', () => {
    layer.querySelector<SVGElement>('.field')?.focus();
    key('ArrowLeft', { shiftKey: true });
    key('Enter');
    expect(onAdd.mock.calls[0]).toEqual([expect.closeTo(-0.2), expect.closeTo(0)]);
  });

  it('leaves keys it does not know to the page', () => {
    tabbed()[0]?.focus();
    expect(key('a')).toBe(true);
    expect(key('ArrowRight', { ctrlKey: true })).toBe(true);
    expect(key('ArrowRight')).toBe(false);
  });

  it('takes everything away when nothing may be changed any more', () => {
    drawHandles(svg, layer, undefined, plane);
    expect(layer.outerHTML).toBe('<g class="handles"></g>');
    down(200, 200);
    movePointer(svg, 240, 200);
    expect(onMove).not.toHaveBeenCalled();
  });
});
