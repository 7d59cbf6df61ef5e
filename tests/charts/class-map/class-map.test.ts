// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type ClassMapData,
  describeClassMap,
  drawClassMap,
} from '../../../src/charts/class-map/class-map.ts';
import { emptyPicture, markup, movePointer, texts, touch } from '../drawing.ts';

/** Left half A, right half split into B below and C above; they meet at (0, 0). */
const threeBoxes: ClassMapData = {
  domain: { x: [-3, 3], y: [-3, 3] },
  classCount: 3,
  regions: [
    { class: 0, rings: [Float32Array.of(-3, -3, 0, -3, 0, 3, -3, 3)], area: 18 },
    { class: 1, rings: [Float32Array.of(0, -3, 3, -3, 3, 0, 0, 0)], area: 9 },
    { class: 2, rings: [Float32Array.of(0, 0, 3, 0, 3, 3, 0, 3)], area: 9 },
  ],
  boundaries: [
    { classes: [0, 1], points: Float32Array.of(0, -3, 0, 0), closed: false },
    { classes: [0, 2], points: Float32Array.of(0, 0, 0, 3), closed: false },
    { classes: [1, 2], points: Float32Array.of(0, 0, 3, 0), closed: false },
  ],
  tripoints: [{ x: 0, y: 0, classes: [0, 1, 2] }],
  points: {
    inputs: Float32Array.of(-2, 1, 2, -2, 2, 2, 2.5, 1),
    labels: Uint8Array.of(0, 1, 2, 1),
    predicted: Uint8Array.of(0, 1, 2, 2),
  },
};
const nothing: ClassMapData = {
  ...threeBoxes,
  classCount: 0,
  regions: [],
  boundaries: [],
  tripoints: [],
  points: { inputs: new Float32Array(), labels: [] },
};
const size = { width: 400, height: 420, textSize: 12 };

describe('drawClassMap', () => {
  let svg: SVGSVGElement;
  beforeEach(() => {
    svg = emptyPicture();
  });

  it('draws this markup', () => {
    drawClassMap(svg, threeBoxes, size);
    expect(markup(svg)).toMatchSnapshot();
  });

  it('changes nothing when drawn twice', () => {
    drawClassMap(svg, threeBoxes, { ...size, pictureId: 1, highlighted: { x: 1, y: 1 } });
    const once = markup(svg);
    drawClassMap(svg, threeBoxes, { ...size, pictureId: 1, highlighted: { x: 1, y: 1 } });
    expect(markup(svg)).toBe(once);
  });

  it('shows what the last data say, whatever was drawn before', () => {
    drawClassMap(svg, nothing, size);
    drawClassMap(svg, threeBoxes, { ...size, highlighted: { x: 1, y: 1 }, dimmed: true });
    drawClassMap(svg, threeBoxes, size);
    const updated = markup(svg);
    const fresh = emptyPicture();
    drawClassMap(fresh, threeBoxes, size);
    expect(updated).toBe(markup(fresh));
  });

  it('updates in place while the picture is the same', () => {
    drawClassMap(svg, threeBoxes, { ...size, pictureId: 1 });
    const path = svg.querySelector('.regions path');
    drawClassMap(svg, { ...threeBoxes, tripoints: [] }, { ...size, pictureId: 1 });
    expect(svg.querySelector('.regions path')).toBe(path);
    expect(svg.querySelectorAll('.rings > g')).toHaveLength(0);
  });

  it('keeps the old picture until the new one has faded in, and never more than one', () => {
    for (const pictureId of [1, 2, 3]) drawClassMap(svg, threeBoxes, { ...size, pictureId });
    const shown = () =>
      [...svg.querySelectorAll<SVGGElement>('.fills > g')].map(
        (layer) => `${layer.dataset.picture} ${layer.getAttribute('class')}`,
      );
    expect(shown()).toEqual(['2 picture leaving', '3 picture entering']);
    svg.querySelector('.fills .leaving')?.dispatchEvent(new Event('animationend'));
    expect(shown()).toEqual(['3 picture entering']);
  });

  it('replaces the picture at once when motion is not wanted', () => {
    for (const pictureId of [1, 2]) {
      drawClassMap(svg, threeBoxes, { ...size, pictureId, motion: false });
    }
    expect(svg.querySelectorAll('.fills > g, .marks > g')).toHaveLength(2);
  });

  it('dims the picture but not the points', () => {
    drawClassMap(svg, threeBoxes, { ...size, dimmed: true });
    expect(svg.querySelectorAll('.dimmed')).toHaveLength(2);
    expect(svg.querySelector('.dimmed .symbols')).toBeNull();
  });

  it('names each region inside itself', () => {
    drawClassMap(svg, threeBoxes, { ...size, classNames: ['P', 'Q', 'R'] });
    expect(texts(svg, '.letters text')).toEqual(['P', 'Q', 'R']);
  });

  it('counts tripoints and errors in the line above', () => {
    drawClassMap(svg, threeBoxes, size);
    expect(texts(svg, '.legend .words')).toEqual(['A', 'B', 'C', '1 tripoint', '1 misclassified']);
  });

  it('leaves out points beyond the domain', () => {
    const points = { inputs: Float32Array.of(9, 9), labels: [0] };
    drawClassMap(svg, { ...threeBoxes, points }, size);
    expect(svg.querySelector('.symbols path')?.getAttribute('d')).toBe('');
  });

  it('has nothing but its axes to show before the first run', () => {
    drawClassMap(svg, nothing, size);
    expect(svg.querySelectorAll('.regions path, .symbols path, .letters text')).toHaveLength(0);
    expect(texts(svg, '.x-title, .y-title')).toEqual(['x₁', 'x₂']);
  });

  it.each([280, 390, 800, 1600])('keeps the map square and within %d pixels', (width) => {
    drawClassMap(svg, threeBoxes, { width, height: 0.7 * width });
    const ground = svg.querySelector('.ground');
    const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((name) =>
      Number(ground?.getAttribute(name)),
    );
    expect(w).toBe(h);
    expect(Number(x) + Number(w)).toBeLessThanOrEqual(width);
    expect(Number(y) + Number(h)).toBeLessThanOrEqual(0.7 * width);
    expect(Number.parseFloat(svg.style.fontSize)).toBeGreaterThanOrEqual(11);
  });

  it('tells where the pointer is, once for each place', () => {
    const onHover = vi.fn();
    drawClassMap(svg, threeBoxes, { ...size, onHover });
    const ground = svg.querySelector('.ground');
    const side = Number(ground?.getAttribute('width'));
    const [left, top] = [Number(ground?.getAttribute('x')), Number(ground?.getAttribute('y'))];
    for (let twice = 0; twice < 2; twice++) movePointer(svg, left + 0.75 * side, top + 0.25 * side);
    expect(onHover).toHaveBeenCalledTimes(1);
    expect(onHover.mock.calls[0]?.[0]).toMatchObject({ class: 2 });
    expect(texts(svg, '.read-out tspan')).toEqual(['region C', 'x₁ 1.50, x₂ 1.50']);

    movePointer(svg, left + (4.5 / 6) * side + side / 12, top + side / 6);
    expect(texts(svg, '.read-out tspan')[2]).toBe('point of class C');
    movePointer(svg, left + (5.5 / 6) * side, top + side / 3);
    expect(texts(svg, '.read-out tspan')[2]).toBe('point of class B, taken for C');

    movePointer(svg, 0, 0, 'pointerleave');
    expect(onHover).toHaveBeenLastCalledWith(undefined);
    expect(texts(svg, '.read-out tspan')).toEqual([]);
  });

  it('keeps reading under a resting pointer when new data come in', () => {
    drawClassMap(svg, threeBoxes, size);
    movePointer(svg, 100, 200);
    expect(texts(svg, '.read-out tspan')[0]).toBe('region A');
    const swapped = threeBoxes.regions.map((region) => ({ ...region, class: 2 - region.class }));
    drawClassMap(svg, { ...threeBoxes, regions: swapped }, size);
    expect(texts(svg, '.read-out tspan')[0]).toBe('region C');
  });

  it('goes on reading where a finger was lifted, until the same spot is tapped again', () => {
    drawClassMap(svg, threeBoxes, size);
    touch(svg, 'pointerdown', 100, 200);
    touch(svg, 'pointerleave', 100, 200);
    expect(texts(svg, '.read-out tspan')).not.toEqual([]);
    touch(svg, 'pointerdown', 102, 201);
    expect(texts(svg, '.read-out tspan')).toEqual([]);
  });
});

describe('describeClassMap', () => {
  it('says which share each class has and where the tripoints are', () => {
    expect(describeClassMap(threeBoxes)).toBe(
      'Class map over x₁ from −3 to 3 and x₂ from −3 to 3. Share of each class: A 50\u00a0%, B 25\u00a0% and C 25\u00a0%. 1 tripoint: A, B and C at (0.00, 0.00). 4 data points, 1 misclassified.',
    );
  });

  it('says that nowhere three classes meet', () => {
    expect(describeClassMap({ ...threeBoxes, tripoints: [] })).toContain(
      'No tripoints: nowhere do three classes meet.',
    );
  });

  it('counts the pieces of a region that has several, and names a class that has none', () => {
    const [first, second, third] = threeBoxes.regions;
    if (!first || !second || !third) throw new Error('three regions expected');
    const text = describeClassMap({
      ...threeBoxes,
      regions: [first, second, { ...third, class: 1 }],
    });
    expect(text).toContain('A 50\u00a0%, B 50\u00a0% in 2 pieces and C nothing');
  });
});
