// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClassMapData, drawClassMap } from '../../../src/charts/class-map/class-map.ts';
import { emptyPicture, markup, movePointer } from '../drawing.ts';

const whole: ClassMapData = {
  domain: { x: [-3, 3], y: [-3, 3] },
  classCount: 1,
  regions: [{ class: 0, rings: [Float32Array.of(-3, -3, 3, -3, 3, 3, -3, 3)], area: 36 }],
  boundaries: [],
  tripoints: [],
  points: { inputs: Float32Array.of(-2, 1, 2, -2), labels: [0, 0] },
};
const fibre = {
  points: Float32Array.of(-2, -2, -1, -1, 0, 0, 1, 1),
  ratios: Float32Array.of(0, 0, 0.12, 0.6),
};
const size = { width: 400, height: 420, textSize: 12 };

function pixel(svg: SVGSVGElement, x: number, y: number): [number, number] {
  const ground = svg.querySelector('.ground');
  const [left = 0, top = 0, side = 0] = ['x', 'y', 'width'].map((name) =>
    Number(ground?.getAttribute(name)),
  );
  return [left + ((x + 3) / 6) * side, top + ((3 - y) / 6) * side];
}

describe('overlays of the class map', () => {
  let svg: SVGSVGElement;
  beforeEach(() => {
    svg = emptyPicture();
  });

  it('fade a fibre where its ratio nears the limit, and leave out what is beyond', () => {
    drawClassMap(svg, { ...whole, fibres: [fibre] }, size);
    const leaves = [...svg.querySelectorAll('.leaves path')].map((path) => ({
      opacity: Number(path.getAttribute('opacity')),
      pieces: path.getAttribute('d')?.match(/L/g)?.length ?? 0,
    }));
    // Full strength to the second vertex, less from there to the third, nothing to the fourth.
    expect(leaves.filter(({ pieces }) => pieces > 0)).toEqual([
      { opacity: 0.6, pieces: 1 },
      { opacity: 1, pieces: 1 },
    ]);
    drawClassMap(svg, { ...whole, fibres: [fibre] }, { ...size, fibreLimit: 10 });
    const strong = svg.querySelector('.leaves path:last-child')?.getAttribute('d');
    expect(strong?.match(/M/g)).toHaveLength(1);
    expect(strong?.match(/L/g)).toHaveLength(3);
  });

  it('paint fibres over the fills and under the boundaries', () => {
    drawClassMap(svg, { ...whole, fibres: [fibre] }, size);
    const names = [...(svg.querySelector('.fills .picture')?.children ?? [])].map((element) =>
      element.getAttribute('class'),
    );
    expect(names).toEqual(['ground', 'regions', 'fibres', 'boundaries']);
  });

  it('ring the point or the place that is marked', () => {
    const ring = () => svg.querySelector('.marker .ring')?.getAttribute('d');
    drawClassMap(svg, whole, { ...size, marker: 1 });
    const byIndex = ring();
    drawClassMap(svg, whole, { ...size, marker: { x: 2, y: -2 } });
    expect(ring()).toBe(byIndex);
    drawClassMap(svg, whole, { ...size, marker: 7 });
    expect(ring()).toBeUndefined();
  });

  it('let points be edited only when editing is set', () => {
    const [onAddPoint, onMovePoint, onRemovePoint] = [vi.fn(), vi.fn(), vi.fn()];
    const options = { ...size, onAddPoint, onMovePoint, onRemovePoint };
    const act = () => {
      movePointer(svg, ...pixel(svg, -2, 1), 'pointerdown');
      movePointer(svg, ...pixel(svg, -1, 1));
      movePointer(svg, ...pixel(svg, -1, 1), 'pointerup');
      movePointer(svg, ...pixel(svg, 0, 0), 'pointerdown');
      movePointer(svg, ...pixel(svg, 0, 0), 'pointerup');
    };
    drawClassMap(svg, whole, options);
    act();
    expect(onMovePoint).not.toHaveBeenCalled();
    expect(onAddPoint).not.toHaveBeenCalled();
    expect(svg.querySelectorAll('[tabindex]')).toHaveLength(0);

    drawClassMap(svg, whole, { ...options, editing: true });
    act();
    expect(onMovePoint).toHaveBeenCalledWith(0, expect.closeTo(-1, 1), expect.closeTo(1, 1));
    expect(onAddPoint).toHaveBeenCalledExactlyOnceWith(expect.closeTo(0, 1), expect.closeTo(0, 1));
    const grip = svg.querySelector<SVGElement>('.grips [tabindex="0"]');
    expect(grip?.getAttribute('aria-label')).toBe('point of class A at −2.00, 1.00');
    grip?.focus();
    grip?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', bubbles: true }));
    expect(onRemovePoint).toHaveBeenCalledWith(0);
  });

  it('leave nothing behind when they are taken away', () => {
    drawClassMap(svg, { ...whole, fibres: [fibre] }, { ...size, editing: true, marker: 0 });
    drawClassMap(svg, whole, size);
    const updated = markup(svg);
    const fresh = emptyPicture();
    drawClassMap(fresh, whole, size);
    expect(updated).toBe(markup(fresh));
  });
});
