import { useMemo, useRef } from 'react';
import type { ClassMapOptions, ClassPoints, MapStroke } from '../../charts/class-map/class-map.ts';
import {
  type BrushStroke,
  brushedPlaces,
  erased,
  filterPoints,
  linkOrder,
  withMoved,
  withPoint,
  withPoints,
} from '../../experiment/index.ts';
import type { ClassPicture, Lab } from '../../session/index.ts';
import { useLab, useLabState } from '../lab.ts';
import {
  choosePoints,
  editing,
  newGesture,
  pointsOf,
  presentPoints,
  useEditing,
} from './editing.ts';

export interface OwnMap {
  readonly points: ClassPoints;
  readonly classCount: number;
  /** How the map lets its points be edited. */
  readonly options: Pick<
    ClassMapOptions,
    'editing' | 'onAddPoint' | 'onMovePoint' | 'onRemovePoint' | 'onStroke'
  >;
  /** Index among the points of the picture's point `row`, and the other way round. */
  readonly fromPicture: (row: number | undefined) => number | undefined;
  readonly toPicture: (index: number | undefined) => number | undefined;
}

/** The map as something to draw one's own points on; undefined where other data are chosen. */
export function useOwnMap(picture: ClassPicture | undefined): OwnMap | undefined {
  const lab = useLab();
  const text = useLabState(({ experiment }) =>
    experiment.data === 'own' ? experiment.ownPoints : undefined,
  );
  const editable = useLabState(({ experiment }) => experiment.view === 'lab');
  const strokes = useEditing(({ tool }) => tool !== 'move');
  const points = text === undefined ? undefined : pointsOf(text);
  const order = useMemo(() => points && linkOrder(points), [points]);
  const handlers = useRef<ReturnType<typeof handlersFor>>(undefined);
  handlers.current ??= handlersFor(lab);
  if (!points || !order) return undefined;

  const count = points.labels.length;
  const isPictured = picture?.data.labels.length === count && isSame(picture, points, order);
  const predicted = new Uint8Array(count);
  if (isPictured) {
    for (const [row, index] of order.entries()) predicted[index] = picture.predicted[row];
  }
  const { onStroke, ...moves } = handlers.current;
  return {
    points: { ...points, predicted: isPictured ? predicted : undefined },
    classCount: Math.max(2, ...points.labels.map((label) => label + 1)),
    options: editable ? { editing: true, ...moves, ...(strokes && { onStroke }) } : {},
    fromPicture: (row) => (row === undefined || !isPictured ? undefined : order[row]),
    toPicture: (index) => (index === undefined || !isPictured ? undefined : order.indexOf(index)),
  };
}

/** Whether a picture was taken of exactly these points, up to the grid they are sent on. */
function isSame(
  { data }: ClassPicture,
  { inputs, labels }: { readonly inputs: Float32Array; readonly labels: Uint8Array },
  order: readonly number[],
): boolean {
  return order.every(
    (index, row) =>
      labels[index] === data.labels[row] &&
      Math.abs(inputs[2 * index] - data.inputs[2 * row]) < 2e-3 &&
      Math.abs(inputs[2 * index + 1] - data.inputs[2 * row + 1]) < 2e-3,
  );
}

function handlersFor(lab: Lab) {
  let stroke: BrushStroke | undefined;
  let gesture: string | undefined;
  let dragged:
    | { readonly index: number; readonly time: number; readonly gesture: string }
    | undefined;
  const edit = (points: ReturnType<typeof presentPoints>, by = newGesture()) =>
    choosePoints(lab, points, by);
  return {
    onAddPoint: (x: number, y: number) =>
      edit(withPoint(presentPoints(lab), x, y, editing.getState().label)),
    onMovePoint(index: number, x: number, y: number) {
      const time = performance.now();
      const goesOn = dragged?.index === index && time - dragged.time < 800;
      dragged = { index, time, gesture: goesOn && dragged ? dragged.gesture : newGesture() };
      edit(withMoved(presentPoints(lab), index, x, y), dragged.gesture);
    },
    onRemovePoint: (index: number) =>
      edit(filterPoints(presentPoints(lab), (other) => other !== index)),
    onStroke({ phase, places }: MapStroke) {
      if (phase === 'begin') {
        stroke = undefined;
        gesture = newGesture();
      }
      const { tool, label } = editing.getState();
      const before = presentPoints(lab);
      if (tool === 'erase') {
        const way = [...(stroke?.last ?? []), ...places];
        stroke = { last: [way[way.length - 2], way[way.length - 1]], since: 0 };
        const left = erased(before, way);
        if (left.labels.length < before.labels.length) edit(left, gesture);
        return;
      }
      const left: number[] = [];
      for (let i = 0; i + 1 < places.length; i += 2) {
        const piece = brushedPlaces(stroke, places[i], places[i + 1], Math.random);
        stroke = piece.stroke;
        left.push(...piece.places);
      }
      if (left.length > 0) edit(withPoints(before, left, label), gesture);
    },
  };
}
