import { vi } from 'vitest';

export interface Call {
  readonly name: string;
  readonly given: readonly unknown[];
}

/** A canvas whose context writes down what it is asked to do; happy-dom has none that draws. */
export function recordingCanvas(): { canvas: HTMLCanvasElement; calls: Call[] } {
  const calls: Call[] = [];
  const contexts = new WeakMap<HTMLCanvasElement, unknown>();
  vi.stubGlobal(
    'ImageData',
    class {
      readonly data: Uint8ClampedArray;
      readonly width: number;
      readonly height: number;
      constructor(data: Uint8ClampedArray, width: number, height: number) {
        [this.data, this.width, this.height] = [data, width, height];
      }
    },
  );
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
    this: HTMLCanvasElement,
  ) {
    const known = contexts.get(this);
    if (known !== undefined) return known as never;
    const state: Record<string, unknown> = { canvas: this, fillStyle: '#000000' };
    const context = new Proxy(state, {
      get: (target, name) =>
        name in target
          ? target[String(name)]
          : (...given: unknown[]) => calls.push({ name: String(name), given }),
    });
    contexts.set(this, context);
    return context as never;
  });
  const canvas = document.createElement('canvas');
  document.body.replaceChildren(canvas);
  return { canvas, calls };
}

/** Sends a pointer event with a place on the canvas. */
export function point(canvas: HTMLCanvasElement, type: string, x: number, y: number): void {
  const event = new PointerEvent(type, {
    clientX: x,
    clientY: y,
    pointerId: 1,
    isPrimary: true,
    bubbles: true,
  });
  Object.defineProperties(event, { offsetX: { value: x }, offsetY: { value: y } });
  canvas.dispatchEvent(event);
}
