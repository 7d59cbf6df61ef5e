/** Editing one's own points on the map: the tool in hand, and the points in the order they were made. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { decodePoints, encodePoints, noPoints, type OwnPoints } from '../../experiment/index.ts';
import type { Lab } from '../../session/index.ts';

export const tools = ['brush', 'move', 'erase'] as const;
export type Tool = (typeof tools)[number];

interface Editing {
  readonly tool: Tool;
  /** Class of the points that the brush leaves. */
  readonly label: number;
}

export const editing = createStore<Editing>(() => ({ tool: 'brush', label: 0 }));

export function useEditing<Part>(select: (state: Editing) => Part): Part {
  return useStore(editing, select);
}

/** The points last made here: the link gives them back sorted, but a handle must stay the same one. */
let latest: { readonly text: string; readonly points: OwnPoints } = { text: '', points: noPoints };

/** The points of a link's text, in the order they were made where that was here. */
export function pointsOf(text: string): OwnPoints {
  if (latest.text !== text) latest = { text, points: decodePoints(text) ?? noPoints };
  return latest.points;
}

/** The own points as they are now; none where other data are chosen. */
export function presentPoints(lab: Lab): OwnPoints {
  return pointsOf(lab.store.getState().experiment.ownPoints);
}

/** Makes these the points that are trained on. */
export function choosePoints(lab: Lab, points: OwnPoints, gesture?: string): void {
  const text = encodePoints(points);
  latest = { text, points };
  lab.choose({ data: 'own', ownPoints: text }, gesture);
}

let gestures = 0;

/** A name of its own for one movement of the hand, which is undone at once. */
export function newGesture(): string {
  gestures++;
  return `own points ${gestures}`;
}
