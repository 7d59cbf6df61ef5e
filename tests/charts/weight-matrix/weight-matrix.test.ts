// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { divergingPixels } from '../../../src/charts/weight-matrix/diverging-pixels.ts';
import {
  describeWeightMatrix,
  drawWeightMatrix,
  livePart,
  type WeightMatrixData,
  weightMatrixCellAt,
} from '../../../src/charts/weight-matrix/weight-matrix.ts';
import { weightMatrixFrame } from '../../../src/charts/weight-matrix/weight-matrix-frame.ts';
import { type Call, recordingCanvas } from '../canvas.ts';

/** A layer whose every number says where it stands. */
function layer(fanIn: number, fanOut: number, count: number): WeightMatrixData {
  const counting = (length: number, from: number) =>
    Float32Array.from({ length }, (_, n) => from + n);
  return {
    layer: 2,
    fanIn,
    fanOut,
    weights: counting(fanIn * fanOut, 0),
    biases: counting(fanOut, 10_000),
    triplets: {
      values: counting(count, 1).reverse(),
      left: counting(count * fanIn, 20_000),
      right: counting(count * fanOut, 30_000),
    },
  };
}

const sizes = fc.record({
  fanIn: fc.integer({ min: 1, max: 200 }),
  fanOut: fc.integer({ min: 1, max: 130 }),
  width: fc.integer({ min: 200, max: 900 }),
});

describe('the frame of a weight matrix', () => {
  it('stays within its width, at any shape', () => {
    fc.assert(
      fc.property(sizes, ({ fanIn, fanOut, width }) => {
        const { matrix, height } = weightMatrixFrame(layer(fanIn, fanOut, 2), width);
        expect(matrix.right).toBeLessThanOrEqual(width + 1e-6);
        expect(height).toBeLessThan(500);
        expect(matrix.bottom - matrix.top).toBeGreaterThan(8);
      }),
      { seed: 1 },
    );
  });

  it('finds every number at the middle of its cell', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), ({ fanIn, fanOut, width }, pick) => {
        const data = layer(fanIn, fanOut, Math.min(fanIn, fanOut, 3));
        const { matrix, biases, left, right } = weightMatrixFrame(data, width);
        const [row, column] = [pick % fanIn, pick % fanOut];
        const x = matrix.left + ((column + 0.5) / fanOut) * (matrix.right - matrix.left);
        const y = matrix.top + ((row + 0.5) / fanIn) * (matrix.bottom - matrix.top);
        expect(weightMatrixCellAt(data, width, x, y)).toEqual({
          kind: 'weight',
          row,
          column,
          value: row * fanOut + column,
        });
        const middle = (biases.top + biases.bottom) / 2;
        expect(weightMatrixCellAt(data, width, x, middle)).toEqual({
          kind: 'bias',
          column,
          value: 10_000 + column,
        });
        expect(weightMatrixCellAt(data, width, left.left + 1, y)).toMatchObject({
          kind: 'left',
          index: 1,
          value: 20_000 + row,
        });
        expect(weightMatrixCellAt(data, width, x, right.top + 1)).toMatchObject({
          kind: 'right',
          index: 1,
          value: 30_000 + column,
        });
      }),
      { seed: 2 },
    );
  });
});

describe('drawWeightMatrix', () => {
  let canvas: HTMLCanvasElement;
  let calls: Call[];
  beforeEach(() => {
    ({ canvas, calls } = recordingCanvas());
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('paints matrix, left vectors, right vectors and biases, a pixel for each number', () => {
    drawWeightMatrix(canvas, layer(4, 5, 2), { width: 300, pixelRatio: 2 });
    const painted = calls
      .filter(({ name }) => name === 'putImageData')
      .map(({ given: [image] }) => {
        const { width, height } = image as ImageData;
        return [width, height];
      });
    expect(painted).toEqual([
      [5, 4],
      [2, 4],
      [5, 2],
      [5, 1],
    ]);
    expect(canvas.width).toBe(600);
  });

  it('says in words what it shows', () => {
    const words = describeWeightMatrix(layer(4, 5, 2));
    expect(words).toContain('layer 2, 4 inputs by 5 outputs');
    expect(words).toContain('2, 1');
  });
});

describe('the part of a layer that is in use', () => {
  it('leaves out inputs and outputs whose every weight is next to nothing', () => {
    const whole: WeightMatrixData = {
      layer: 3,
      fanIn: 3,
      fanOut: 3,
      weights: Float32Array.of(2, 0, 1, 1e-5, 0, 1e-6, 0, 0, 3),
      biases: Float32Array.of(0, 1e-6, 0),
      triplets: {
        values: Float32Array.of(4),
        left: Float32Array.of(1, 2, 3),
        right: Float32Array.of(4, 5, 6),
      },
    };
    const { data, rows, columns } = livePart(whole);
    expect([rows, columns]).toEqual([
      [0, 2],
      [0, 2],
    ]);
    expect(Array.from(data.weights)).toEqual([2, 1, 0, 3]);
    expect(Array.from(data.triplets.left)).toEqual([1, 3]);
    expect(Array.from(data.triplets.right)).toEqual([4, 6]);
    const biased = livePart({ ...whole, biases: Float32Array.of(0, -1, 0) });
    expect(biased.columns).toEqual([0, 1, 2]);
  });

  it('is everything where everything is zero', () => {
    const nothing = layer(2, 3, 1);
    nothing.weights.fill(0);
    nothing.biases.fill(0);
    expect(livePart(nothing).data).toBe(nothing);
  });
});

describe('diverging pixels', () => {
  const palette = { zero: [255, 255, 255], positive: [200, 0, 0], negative: [0, 0, 200] } as const;

  it('are the ground at zero, a full colour at either end and beyond, and halfway in between', () => {
    const pixels = divergingPixels([0, 2, -2, 9, 1], 2, palette);
    expect(Array.from(pixels)).toEqual([
      ...[255, 255, 255, 255],
      ...[200, 0, 0, 255],
      ...[0, 0, 200, 255],
      ...[200, 0, 0, 255],
      ...[228, 128, 128, 255],
    ]);
  });

  it('are all ground where everything is zero', () => {
    expect(Array.from(divergingPixels([0, 0], 0, palette))).toEqual(new Array(8).fill(255));
  });
});
