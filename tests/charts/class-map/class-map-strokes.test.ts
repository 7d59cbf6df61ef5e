// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type ClassMapData,
  drawClassMap,
  type MapStroke,
} from '../../../src/charts/class-map/class-map.ts';
import { emptyPicture, movePointer } from '../drawing.ts';

const data: ClassMapData = {
  domain: { x: [-3, 3], y: [-3, 3] },
  classCount: 2,
  regions: [],
  boundaries: [],
  tripoints: [],
  points: { inputs: Float32Array.of(0, 0), labels: [1] },
};
const size = { width: 400, height: 420, textSize: 12 };

describe('strokes over the class map', () => {
  let svg: SVGSVGElement;
  let strokes: MapStroke[];
  const onMovePoint = vi.fn();
  const draw = (stroking: boolean) =>
    drawClassMap(svg, data, {
      ...size,
      editing: true,
      onMovePoint,
      ...(stroking && { onStroke: (stroke) => strokes.push(stroke) }),
    });
  /** The pixel of a place of the domain. */
  const at = (x: number, y: number): [number, number] => {
    const ground = svg.querySelector('.ground');
    const [left = 0, top = 0, side = 0] = ['x', 'y', 'width'].map((name) =>
      Number(ground?.getAttribute(name)),
    );
    return [left + ((x + 3) / 6) * side, top + ((3 - y) / 6) * side];
  };
  const rounded = () =>
    strokes.map(({ phase, places }) => [
      phase,
      ...places.map((value) => Math.round(value * 10) / 10 + 0),
    ]);

  beforeEach(() => {
    svg = emptyPicture();
    strokes = [];
    onMovePoint.mockReset();
  });

  it('come in pieces, in coordinates of the domain and never outside of it', () => {
    draw(true);
    movePointer(svg, ...at(0, 0), 'pointerdown');
    draw(true);
    movePointer(svg, ...at(1, 1.5));
    movePointer(svg, ...at(9, -9));
    movePointer(svg, ...at(9, -9), 'pointerup');
    movePointer(svg, ...at(0, 0));
    expect(rounded()).toEqual([['begin', 0, 0], ['go on', 1, 1.5], ['go on', 3, -3], ['end']]);
  });

  it('do not drag the points, which still answer the keyboard', () => {
    draw(true);
    movePointer(svg, ...at(0, 0), 'pointerdown');
    movePointer(svg, ...at(1, 1));
    expect(onMovePoint).not.toHaveBeenCalled();
    const grip = svg.querySelector<SVGElement>('.grips circle');
    grip?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    expect(onMovePoint).toHaveBeenCalledTimes(1);
  });

  it('begin on the map only, and end with the tool', () => {
    draw(true);
    movePointer(svg, ...at(-4, 0), 'pointerdown');
    movePointer(svg, ...at(0, 0));
    expect(strokes).toEqual([]);
    draw(false);
    movePointer(svg, ...at(0, 0), 'pointerdown');
    movePointer(svg, ...at(1, 1));
    expect(strokes).toEqual([]);
    expect(onMovePoint).toHaveBeenCalled();
  });
});
