import { select } from 'd3';
import { type Plane, toPlane } from '../parts/plane.ts';
import type { Pixel } from '../parts/pointer.ts';
import {
  crossAt,
  focusCurrent,
  type HandleState,
  type Handles,
  placeOf,
  within,
} from './handle-state.ts';

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Lets the keyboard move, remove and, from the field's cross, add handles. */
export function followKeys(
  layer: SVGGElement,
  handles: Handles,
  state: HandleState,
  plane: Plane,
  count: number,
  crossMoved: () => void,
): void {
  const press = (event: KeyboardEvent): boolean => {
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    const direction = directions[event.key];
    const side = plane.plot.right - plane.plot.left;
    const step = (side / 100) * (event.shiftKey ? 10 : 1);
    const moved = (from: Pixel) => {
      const [dx = 0, dy = 0] = direction ?? [];
      return toPlane(within({ x: from.x + dx * step, y: from.y - dy * step }, plane), plane);
    };
    const target = event.target as Element;
    if (target.classList.contains('field')) {
      const cross = crossAt(state, plane);
      if (direction !== undefined) {
        state.cross = moved(cross);
        crossMoved();
      } else if (event.key === 'Enter' || event.key === ' ') {
        const { x, y } = toPlane(cross, plane);
        handles.onAdd?.(x, y);
      } else return false;
      return true;
    }
    if (count === 0 || target.tagName !== 'circle') return false;
    const index = state.current;
    if (direction !== undefined && handles.onMove !== undefined) {
      const { x, y } = moved(placeOf(handles.places, index, plane));
      handles.onMove(index, x, y);
    } else if (event.key === 'PageDown' || event.key === 'PageUp') {
      state.current = (index + (event.key === 'PageDown' ? 1 : count - 1)) % count;
      focusCurrent(layer, state, count);
    } else if (event.key === 'Delete' || event.key === 'Backspace') handles.onRemove?.(index);
    else return false;
    return true;
  };
  select(layer).on('keydown.handles', (event: KeyboardEvent) => {
    if (press(event)) event.preventDefault();
  });
}
