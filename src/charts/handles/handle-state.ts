import { local } from 'd3';
import { type Plane, toPixel } from '../parts/plane.ts';
import type { Pixel } from '../parts/pointer.ts';

/** Places of a plane that can be moved, added and taken away, by pointer and by keyboard. */
export interface Handles {
  /** [N, 2], row-major. */
  readonly places: ArrayLike<number>;
  readonly noun: 'point' | 'probe';
  /** Says in words which place handle `index` is; read by screen readers. */
  readonly nameOf: (index: number) => string;
  readonly onMove?: ((index: number, x: number, y: number) => void) | undefined;
  readonly onAdd?: ((x: number, y: number) => void) | undefined;
  readonly onRemove?: ((index: number) => void) | undefined;
  /** The pointer does something else here. */
  readonly keysOnly?: boolean | undefined;
}

/** What is going on with an element's handles. */
export interface HandleState {
  /** The handle reached by Tab; the others are reached from it. */
  current: number;
  /** The cross moved by arrow keys, at which a place is added. */
  cross: Pixel | undefined;
  press:
    | {
        readonly from: Pixel;
        readonly index: number | undefined;
        readonly grip: Pixel;
        moved: boolean;
      }
    | undefined;
  /** The last click on a handle, to tell a double click. */
  clicked: { readonly index: number; readonly time: number } | undefined;
}

// On the element, so that a drag goes on through the redrawings it causes.
export const handleStates = local<HandleState>();

export function freshState(): HandleState {
  return { current: 0, cross: undefined, press: undefined, clicked: undefined };
}

export function placeOf(places: ArrayLike<number>, index: number, plane: Plane): Pixel {
  return toPixel({ x: Number(places[2 * index]), y: Number(places[2 * index + 1]) }, plane);
}

/** The keyboard's cross; in the middle at first. */
export function crossAt({ cross }: HandleState, plane: Plane): Pixel {
  const { plot } = plane;
  if (cross !== undefined) return toPixel(cross, plane);
  return { x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2 };
}

export function within(at: Pixel, { plot }: Plane): Pixel {
  return {
    x: Math.min(plot.right, Math.max(plot.left, at.x)),
    y: Math.min(plot.bottom, Math.max(plot.top, at.y)),
  };
}

/** Gives the focus to the current handle and makes it the one that Tab reaches. */
export function focusCurrent(layer: SVGGElement, { current }: HandleState, count: number): void {
  if (count === 0) {
    layer.querySelector<SVGElement>('.field')?.focus({ preventScroll: true });
    return;
  }
  const circles = layer.querySelectorAll<SVGCircleElement>('.grips circle');
  for (const [index, circle] of circles.entries()) {
    circle.setAttribute('tabindex', index === current ? '0' : '-1');
  }
  circles[current]?.focus({ preventScroll: true });
}
