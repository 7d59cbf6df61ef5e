// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type ArrowFieldData,
  describeArrowField,
  drawArrowField,
} from '../../../src/charts/arrow-field/arrow-field.ts';
import { emptyPicture, markup, movePointer, texts } from '../drawing.ts';

/** Projection onto the x₁ axis; the last probe lies on it already. */
const projection: ArrowFieldData = {
  starts: [-0.5, 0.6, 0.5, -0.4, 0.2, 0],
  images: [-0.5, 0, 0.5, -0.1, 0.2, 0],
  distances: { before: [0.6, 0.4, 0], after: [0, 0.1, 0] },
  curve: [Float32Array.of(-1, 0, 1, 0)],
  training: [0, 0, 0.3, 0],
  grid: { columns: 2, rows: 2, images: [-1, 0, 1, 0, -1, 0.1, 1, 0.1] },
};
const size = { width: 400, height: 420, textSize: 12 };

function pixel(svg: SVGSVGElement, x: number, y: number): [number, number] {
  const sheet = svg.querySelector('.sheet');
  const [left = 0, top = 0, side = 0] = ['x', 'y', 'width'].map((name) =>
    Number(sheet?.getAttribute(name)),
  );
  return [left + ((x + 1) / 2) * side, top + ((1 - y) / 2) * side];
}

describe('drawArrowField', () => {
  let svg: SVGSVGElement;
  beforeEach(() => {
    svg = emptyPicture();
  });

  it('draws this markup', () => {
    drawArrowField(svg, projection, { ...size, farthest: 0.2 });
    expect(markup(svg)).toMatchSnapshot();
  });

  it('changes nothing when drawn twice', () => {
    const options = { ...size, highlighted: 1, onMoveProbe: () => {}, onAddProbe: () => {} };
    drawArrowField(svg, projection, options);
    const once = markup(svg);
    drawArrowField(svg, projection, options);
    expect(markup(svg)).toBe(once);
  });

  it('shows what the last data say, whatever was drawn before', () => {
    drawArrowField(svg, { starts: [], images: [], curve: [] }, { ...size, onAddProbe: () => {} });
    drawArrowField(
      svg,
      { ...projection, distances: undefined, grid: undefined },
      {
        ...size,
        dimmed: true,
        highlighted: 0,
        onMoveProbe: () => {},
      },
    );
    drawArrowField(svg, projection, size);
    const updated = markup(svg);
    const fresh = emptyPicture();
    drawArrowField(fresh, projection, size);
    expect(updated).toBe(markup(fresh));
  });

  it('colours the arrows by what is left to the curve, or not at all', () => {
    const heads = () =>
      [...svg.querySelectorAll('.heads path')].map(
        (path) => (path.getAttribute('d')?.match(/M/g) ?? []).length,
      );
    drawArrowField(svg, projection, { ...size, farthest: 0.2 });
    expect(heads()).toEqual([1, 0, 1, 0, 0]);
    drawArrowField(svg, projection, { ...size, colour: 'ink' });
    expect(heads()).toEqual([2]);
    expect(texts(svg, '.legend .words')).toEqual(['target curve', 'trained on']);
  });

  it('draws no arrow whose image is not known yet', () => {
    const images = [-0.5, 0, Number.NaN, Number.NaN];
    drawArrowField(svg, { ...projection, images, distances: undefined }, size);
    expect(svg.querySelector('.heads path')?.getAttribute('d')?.match(/M/g)).toHaveLength(1);
  });

  it('draws both families of lines of the deformed grid', () => {
    drawArrowField(svg, projection, size);
    expect(svg.querySelector('.mesh')?.getAttribute('d')?.match(/M/g)).toHaveLength(4);
    drawArrowField(svg, { ...projection, grid: undefined }, size);
    expect(svg.querySelector('.mesh')?.getAttribute('d')).toBe('');
  });

  it('reads out start, image and distances of the arrow under the pointer', () => {
    const onHover = vi.fn();
    drawArrowField(svg, projection, { ...size, onHover });
    movePointer(svg, ...pixel(svg, -0.5, 0.3));
    expect(onHover).toHaveBeenLastCalledWith(0);
    expect(texts(svg, '.read-out tspan')).toEqual([
      '(−0.50, 0.60)',
      'goes to (−0.50, 0.00)',
      'to the curve 0.6, then under 0.001',
    ]);
    movePointer(svg, ...pixel(svg, -0.9, -0.9));
    expect(onHover).toHaveBeenLastCalledWith(undefined);
  });

  it('has handles only where probes may be changed', () => {
    drawArrowField(svg, projection, size);
    expect(svg.querySelectorAll('.grips circle')).toHaveLength(0);
    const onMoveProbe = vi.fn();
    drawArrowField(svg, projection, { ...size, onMoveProbe });
    expect(svg.querySelectorAll('.grips circle')).toHaveLength(3);
    movePointer(svg, ...pixel(svg, 0.5, -0.4), 'pointerdown');
    movePointer(svg, ...pixel(svg, 0.6, -0.2));
    const [index, x, y] = onMoveProbe.mock.calls[0] ?? [];
    expect(index).toBe(1);
    expect(x).toBeCloseTo(0.6);
    expect(y).toBeCloseTo(-0.2);
  });
});

describe('describeArrowField', () => {
  it('says how near to the curve the images are', () => {
    expect(describeArrowField(projection)).toBe(
      '3 probe points, each with an arrow to its image. Mean distance to the target curve: 0.333 before, 0.0333 after. That is 10\u00a0% of what it was. 1 of 3 come ten times nearer or more.',
    );
  });

  it('knows that nothing is known yet', () => {
    expect(describeArrowField({ ...projection, images: [] })).toBe(
      '3 probe points, images not known yet.',
    );
    expect(describeArrowField({ starts: [], images: [], curve: [] })).toBe('No probe points.');
  });
});
