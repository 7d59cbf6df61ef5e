// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeDigitPad, drawDigitPad } from '../../../src/charts/digits/digit-pad.ts';
import { point, recordingCanvas } from '../canvas.ts';

const side = 28;

describe('drawDigitPad', () => {
  let canvas: HTMLCanvasElement;
  const empty = { side, values: new Float32Array(side * side) };
  beforeEach(() => {
    ({ canvas } = recordingCanvas());
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
  const ink = (values: Float32Array | undefined) =>
    Array.from(values ?? []).reduce((sum, value) => sum + value, 0);

  it('hands out new values with more ink at each movement, and leaves its own as they were', () => {
    const drawn: Float32Array[] = [];
    const onStrokeEnd = vi.fn();
    drawDigitPad(canvas, empty, { size: 280, onDraw: (values) => drawn.push(values), onStrokeEnd });
    point(canvas, 'pointerdown', 50, 50);
    point(canvas, 'pointermove', 150, 50);
    point(canvas, 'pointermove', 150, 200);
    point(canvas, 'pointerup', 150, 200);
    expect(drawn).toHaveLength(3);
    expect(ink(drawn[1])).toBeGreaterThan(ink(drawn[0]));
    expect(ink(drawn[2])).toBeGreaterThan(ink(drawn[1]));
    expect(ink(empty.values)).toBe(0);
    expect(onStrokeEnd).toHaveBeenCalledExactlyOnceWith(drawn[2]);
    expect(drawn[2]?.[5 * side + 10]).toBe(1);
  });

  it('loses nothing of a stroke when it is drawn anew with older values', () => {
    const drawn: Float32Array[] = [];
    const options = { size: 280, onDraw: (values: Float32Array) => drawn.push(values) };
    drawDigitPad(canvas, empty, options);
    point(canvas, 'pointerdown', 50, 50);
    drawDigitPad(canvas, empty, options);
    point(canvas, 'pointermove', 150, 50);
    expect(drawn.at(-1)?.[5 * side + 5]).toBe(1);
  });

  it('draws on what it was given', () => {
    const drawn: Float32Array[] = [];
    const values = new Float32Array(side * side);
    values[0] = 0.7;
    drawDigitPad(canvas, { side, values }, { size: 280, onDraw: (next) => drawn.push(next) });
    point(canvas, 'pointerdown', 140, 140);
    expect(drawn[0]?.[0]).toBeCloseTo(0.7);
  });

  it('rests where nobody listens', () => {
    drawDigitPad(canvas, empty, { size: 280 });
    point(canvas, 'pointerdown', 50, 50);
    expect(canvas.classList.contains('drawable')).toBe(false);
    expect(ink(empty.values)).toBe(0);
  });
});

describe('describeDigitPad', () => {
  it('says how much is drawn', () => {
    const values = new Float32Array(100);
    expect(describeDigitPad({ side: 10, values })).toBe('An empty pad of 10 by 10 pixels.');
    values.fill(1, 0, 12);
    expect(describeDigitPad({ side: 10, values })).toBe(
      'A drawing of 12 inked pixels, 12\u00a0% of 10 by 10.',
    );
  });
});
