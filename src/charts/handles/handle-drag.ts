import { pointer, select } from 'd3';
import { type Plane, toPlane } from '../parts/plane.ts';
import type { Pixel } from '../parts/pointer.ts';
import { focusCurrent, type HandleState, type Handles, placeOf, within } from './handle-state.ts';

const dragThreshold = 4;
const doubleClickTime = 400;

/** Lets the pointer drag handles, click places into being and double-click them away. */
export function followDrags(
  svg: SVGSVGElement,
  layer: SVGGElement,
  handles: Handles,
  state: HandleState,
  plane: Plane,
  count: number,
): void {
  const pixel = (event: PointerEvent): Pixel => {
    const [x, y] = pointer(event, svg);
    return { x, y };
  };
  const down = (event: PointerEvent) => {
    const from = pixel(event);
    const { plot, text } = plane;
    const isInside =
      from.x >= plot.left && from.x <= plot.right && from.y >= plot.top && from.y <= plot.bottom;
    if (!event.isPrimary || event.button !== 0) return;
    const reach = text * (event.pointerType === 'touch' ? 1.6 : 0.9);
    const index = nearest(from, handles.places, count, plane, reach);
    if (index === undefined && !isInside) return;
    state.press = {
      from,
      index,
      grip: index === undefined ? from : placeOf(handles.places, index, plane),
      moved: false,
    };
    if (index === undefined) return;
    svg.setPointerCapture?.(event.pointerId);
    state.current = index;
    focusCurrent(layer, state, count);
    // Lest the browser select text, or give the focus elsewhere.
    event.preventDefault();
  };
  const move = (event: PointerEvent) => {
    const { press } = state;
    if (press === undefined) return;
    const at = pixel(event);
    if (Math.hypot(at.x - press.from.x, at.y - press.from.y) > dragThreshold) press.moved = true;
    if (!press.moved || press.index === undefined) return;
    svg.classList.add('dragging');
    const to = { x: press.grip.x + at.x - press.from.x, y: press.grip.y + at.y - press.from.y };
    const { x, y } = toPlane(within(to, plane), plane);
    handles.onMove?.(press.index, x, y);
  };
  const up = (event: PointerEvent) => {
    const { press, clicked } = state;
    state.press = undefined;
    svg.classList.remove('dragging');
    if (press === undefined || press.moved) return;
    const { index } = press;
    if (index === undefined) {
      state.clicked = undefined;
      const { x, y } = toPlane(within(press.from, plane), plane);
      handles.onAdd?.(x, y);
      return;
    }
    const isDouble = clicked?.index === index && event.timeStamp - clicked.time < doubleClickTime;
    state.clicked = isDouble ? undefined : { index, time: event.timeStamp };
    if (isDouble) handles.onRemove?.(index);
  };
  const cancel = () => {
    state.press = undefined;
    svg.classList.remove('dragging');
  };
  select(svg)
    .on('pointerdown.handles', down)
    .on('pointermove.handles', move)
    .on('pointerup.handles', up)
    .on('pointercancel.handles', cancel);
}

function nearest(
  at: Pixel,
  places: ArrayLike<number>,
  count: number,
  plane: Plane,
  reach: number,
): number | undefined {
  let found: number | undefined;
  let least = reach;
  for (let index = 0; index < count; index++) {
    const place = placeOf(places, index, plane);
    const distance = Math.hypot(place.x - at.x, place.y - at.y);
    if (distance > least) continue;
    least = distance;
    found = index;
  }
  return found;
}
