import { select } from 'd3';
import { chartText } from '../../messages/charts.ts';
import { child } from '../parts/child.ts';
import type { Plane } from '../parts/plane.ts';
import { followDrags } from './handle-drag.ts';
import { followKeys } from './handle-keys.ts';
import {
  crossAt,
  focusCurrent,
  freshState,
  type HandleState,
  type Handles,
  handleStates,
  placeOf,
} from './handle-state.ts';

export type { Handles } from './handle-state.ts';

/**
 * Draws a grip over each place and follows pointer and keyboard. A drag or the arrow keys (with
 * Shift ten times as far) move it, Delete or a double click takes it away, Page Up and Page Down
 * go to the next; a click on empty space, or Enter at the keyboard's cross, adds one. Undefined
 * takes all of this away.
 */
export function drawHandles(
  svg: SVGSVGElement,
  layer: SVGGElement,
  handles: Handles | undefined,
  plane: Plane,
): void {
  const events = select(svg);
  svg.classList.toggle('movable', handles !== undefined);
  if (handles === undefined) {
    layer.replaceChildren();
    handleStates.remove(svg);
    events.on('.handles', null);
    select(layer).attr('role', null).attr('aria-label', null).on('.handles', null);
    return;
  }
  const count = handles.places.length >> 1;
  const state = handleStates.get(svg) ?? handleStates.set(svg, freshState());
  const hadFocus = layer.contains(layer.ownerDocument.activeElement);
  state.current = Math.max(0, Math.min(state.current, count - 1));
  svg.classList.toggle('dragging', state.press?.moved === true);

  select(layer).attr('role', 'application').attr('aria-label', nameOfAll(handles, count));
  drawField(layer, handles, state, plane);
  drawGrips(layer, handles, state, plane, count);
  if (hadFocus && !layer.contains(layer.ownerDocument.activeElement))
    focusCurrent(layer, state, count);

  if (handles.keysOnly === true) events.on('.handles', null);
  else followDrags(svg, layer, handles, state, plane, count);
  followKeys(layer, handles, state, plane, count, () => drawField(layer, handles, state, plane));
}

/** How many there are, and which keys do what. */
function nameOfAll({ noun, onMove, onRemove }: Handles, count: number): string {
  const keys = [
    ...(onMove ? [chartText('handles.keysMove')] : []),
    ...(onRemove ? [chartText('handles.keysRemove')] : []),
    chartText('handles.keysNext'),
  ].join(chartText('comma'));
  return chartText(noun === 'probe' ? 'handles.probes' : 'handles.points', { number: count, keys });
}

/** The empty space, where places are added, with the keyboard's cross. */
function drawField(layer: SVGGElement, handles: Handles, state: HandleState, plane: Plane): void {
  const { plot, text } = plane;
  const canAdd = handles.onAdd !== undefined;
  const at = crossAt(state, plane);
  child(layer, 'rect', 'field')
    .attr('x', plot.left)
    .attr('y', plot.top)
    .attr('width', plot.right - plot.left)
    .attr('height', plot.bottom - plot.top)
    .attr('tabindex', canAdd ? 0 : null)
    .attr('role', canAdd ? 'button' : null)
    .attr(
      'aria-label',
      canAdd ? chartText(handles.noun === 'probe' ? 'handles.addProbe' : 'handles.addPoint') : null,
    )
    .attr('pointer-events', canAdd ? 'all' : 'none');
  const arm = Math.round(text);
  child(layer, 'path', 'cross').attr(
    'd',
    `M${Math.round(at.x) - arm},${Math.round(at.y) + 0.5}h${2 * arm}M${Math.round(at.x) + 0.5},${Math.round(at.y) - arm}v${2 * arm}`,
  );
}

function drawGrips(
  layer: SVGGElement,
  { places, nameOf }: Handles,
  { current }: HandleState,
  plane: Plane,
  count: number,
): void {
  const radius = Math.round(plane.text * 0.9);
  child(layer, 'g', 'grips')
    .selectChildren<SVGCircleElement, number>('circle')
    .data(Array.from({ length: count }, (_, index) => index))
    .join('circle')
    .each(function (index) {
      const at = placeOf(places, index, plane);
      this.setAttribute('cx', at.x.toFixed(1));
      this.setAttribute('cy', at.y.toFixed(1));
      this.setAttribute('tabindex', index === current ? '0' : '-1');
      this.setAttribute('role', 'button');
      this.setAttribute('aria-label', nameOf(index));
    })
    .attr('r', radius);
}
