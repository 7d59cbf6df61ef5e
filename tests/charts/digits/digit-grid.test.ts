// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type DigitGridData,
  describeDigitGrid,
  digitGridHeight,
  drawDigitGrid,
} from '../../../src/charts/digits/digit-grid.ts';
import { cellAt, columnAt, digitGridFrame } from '../../../src/charts/digits/digit-grid-frame.ts';
import { type Call, point, recordingCanvas } from '../canvas.ts';

const side = 4;
const images = Float32Array.from({ length: 3 * side * side }, (_, k) => (k % 5) / 4);
const grid: DigitGridData = {
  side,
  rows: [
    { title: 'noisy', images, errors: [0.9, 1.2, Number.NaN] },
    { title: 'output', images, errors: [0.11, 0.22, 0.33] },
    { title: 'clean', images },
  ],
};
const size = { width: 400, textSize: 12, pixelRatio: 1 };

describe('drawDigitGrid', () => {
  let canvas: HTMLCanvasElement;
  let calls: Call[];
  beforeEach(() => {
    ({ canvas, calls } = recordingCanvas());
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
  const given = (name: string) => calls.filter((call) => call.name === name).map((c) => c.given);

  it('draws each image once, enlarged by a whole number', () => {
    drawDigitGrid(canvas, grid, size);
    const drawn = given('drawImage');
    expect(drawn).toHaveLength(9);
    for (const [, , , w, h, , , cell] of drawn) {
      expect([w, h]).toEqual([side, side]);
      expect(Number(cell) % side).toBe(0);
    }
  });

  it('writes the titles, and below each row its errors, where they are known', () => {
    drawDigitGrid(canvas, grid, size);
    const written = given('fillText').map(([words]) => words);
    expect(written).toEqual([
      ...['noisy', 'error', '0.9', '1.2'],
      ...['output', 'error', '0.11', '0.22', '0.33'],
      'clean',
    ]);
  });

  it('sizes the canvas in CSS pixels and in device pixels', () => {
    drawDigitGrid(canvas, grid, { ...size, pixelRatio: 2 });
    const height = digitGridHeight(grid, { ...size, pixelRatio: 2 });
    expect([canvas.width, canvas.height]).toEqual([800, 2 * height]);
    expect([canvas.style.width, canvas.style.height]).toEqual(['400px', `${height}px`]);
  });

  it('does the same again when drawn again', () => {
    drawDigitGrid(canvas, grid, size);
    const once = given('drawImage').map(([, ...numbers]) => numbers);
    calls.length = 0;
    drawDigitGrid(canvas, grid, size);
    expect(given('drawImage').map(([, ...numbers]) => numbers)).toEqual(once);
  });

  it('frames the column under the pointer and tells which it is', () => {
    const [onHover, onChoose] = [vi.fn(), vi.fn()];
    drawDigitGrid(canvas, grid, { ...size, onHover, onChoose });
    const frame = digitGridFrame(grid, size, 1);
    const { x, y } = cellAt(frame, 1, 2);
    point(canvas, 'pointermove', x + 5, y + 5);
    point(canvas, 'pointermove', x + 6, y + 5);
    expect(onHover).toHaveBeenCalledExactlyOnceWith(2);
    expect(given('strokeRect')).toHaveLength(1);
    point(canvas, 'click', x + 5, y + 5);
    expect(onChoose).toHaveBeenCalledExactlyOnceWith(2);
    point(canvas, 'pointerleave', 0, 0);
    expect(onHover).toHaveBeenLastCalledWith(undefined);
  });

  it('fits any width, and finds the column of every image again', () => {
    // Sums of fractions of a pixel.
    const rounding = 1e-6;
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 1400 }),
        fc.integer({ min: 1, max: 24 }),
        (width, count) => {
          const digits = new Float32Array(count * 784);
          const data = { side: 28, rows: [{ title: 'noisy', images: digits, errors: [] }] };
          const frame = digitGridFrame(data, { width, textSize: 12 }, 1);
          for (let column = 0; column < count; column++) {
            const { x, y } = cellAt(frame, 0, column);
            expect(x + frame.cell).toBeLessThanOrEqual(width + rounding);
            expect(y + frame.cell).toBeLessThanOrEqual(frame.height + rounding);
            expect(columnAt(frame, x + 1, y + 1)).toBe(column);
          }
        },
      ),
    );
  });
});

describe('describeDigitGrid', () => {
  it('says what the rows are and how large the errors', () => {
    expect(describeDigitGrid(grid)).toBe(
      '3 digits of 4 by 4 pixels, in rows: noisy, output and clean. Mean error of noisy: 1.05. Mean error of output: 0.22.',
    );
    expect(describeDigitGrid({ side, rows: [] })).toBe('No digits to show yet.');
  });
});
