import { local, pointer, select } from 'd3';
import { within } from '../handles/handle-state.ts';
import { type Plane, toPlane } from '../parts/plane.ts';

/** A piece of a stroke over the map. */
export interface MapStroke {
  readonly phase: 'begin' | 'go on' | 'end';
  /** [M, 2]: places of the domain that were passed since the last piece, in order. */
  readonly places: readonly number[];
}

// On the element, so that a stroke goes on through the redrawings it causes.
const pressed = local<number>();

/** Hands out the strokes that a pointer draws over the map; undefined leaves the pointer alone. */
export function followStrokes(
  svg: SVGSVGElement,
  plane: Plane,
  listener: ((stroke: MapStroke) => void) | undefined,
): void {
  const events = select(svg);
  svg.classList.toggle('stroking', listener !== undefined);
  if (listener === undefined) {
    pressed.remove(svg);
    events.on('.strokes', null);
    return;
  }
  const place = (event: PointerEvent): number[] => {
    const [x, y] = pointer(event, svg);
    const at = toPlane(within({ x, y }, plane), plane);
    return [at.x, at.y];
  };
  const down = (event: PointerEvent) => {
    const [x, y] = pointer(event, svg);
    const { left, right, top, bottom } = plane.plot;
    const isInside = x >= left && x <= right && y >= top && y <= bottom;
    if (!event.isPrimary || event.button !== 0 || !isInside) return;
    event.preventDefault();
    svg.setPointerCapture?.(event.pointerId);
    pressed.set(svg, event.pointerId);
    listener({ phase: 'begin', places: place(event) });
  };
  const move = (event: PointerEvent) => {
    if (pressed.get(svg) !== event.pointerId) return;
    const passed = event.getCoalescedEvents?.() ?? [];
    const places = (passed.length > 0 ? passed : [event]).flatMap(place);
    listener({ phase: 'go on', places });
  };
  const end = (event: PointerEvent) => {
    if (pressed.get(svg) !== event.pointerId) return;
    pressed.remove(svg);
    listener({ phase: 'end', places: [] });
  };
  events
    .on('pointerdown.strokes', down)
    .on('pointermove.strokes', move)
    .on('pointerup.strokes', end)
    .on('pointercancel.strokes', end);
}
