/** Points of somebody's own: what they are, and the grid they are kept on. */
import { type Domain, domain } from '../data/domain.ts';

/** Labelled points of up to `mostClasses` classes, in the order in which they were made. */
export interface OwnPoints {
  /** [N, 2], row-major, in data coordinates. */
  readonly inputs: Float32Array;
  /** N class indices below `mostClasses`. */
  readonly labels: Uint8Array;
}

export const mostClasses = 4;
/** So many points fit into a link of 8,000 characters, wherever they lie. */
export const mostPoints = 2000;

/** Bits a coordinate is kept with: places 0.0015 apart. */
export const coordinateBits = 12;
const levels = 2 ** coordinateBits - 1;

export const noPoints: OwnPoints = { inputs: new Float32Array(0), labels: new Uint8Array(0) };

export function within(value: number, [from, to]: Domain['x']): number {
  return Math.min(to, Math.max(from, value));
}

/** The number of the grid line nearest to a coordinate, from 0 to 4095. */
export function gridLine(value: number, [from, to]: Domain['x']): number {
  return Math.round(((within(value, [from, to]) - from) / (to - from)) * levels);
}

/** The coordinate of a grid line. */
export function atGridLine(line: number, [from, to]: Domain['x']): number {
  return Math.fround(from + ((to - from) * line) / levels);
}

/** The points with one more of class `label`. */
export function withPoint(points: OwnPoints, x: number, y: number, label: number): OwnPoints {
  return withPoints(points, [x, y], label);
}

/**
 * The points with more of class `label`, as far as there is room for them.
 * @param places [M, 2], row-major
 */
export function withPoints(
  { inputs, labels }: OwnPoints,
  places: ArrayLike<number>,
  label: number,
): OwnPoints {
  const count = Math.min(places.length >> 1, mostPoints - labels.length);
  const moreInputs = new Float32Array(inputs.length + 2 * count);
  const moreLabels = new Uint8Array(labels.length + count).fill(label, labels.length);
  moreInputs.set(inputs);
  moreLabels.set(labels);
  for (let i = 0; i < count; i++) {
    moreInputs[inputs.length + 2 * i] = within(places[2 * i], domain.x);
    moreInputs[inputs.length + 2 * i + 1] = within(places[2 * i + 1], domain.y);
  }
  return { inputs: moreInputs, labels: moreLabels };
}

/** The points with one of them elsewhere. */
export function withMoved(points: OwnPoints, index: number, x: number, y: number): OwnPoints {
  const inputs = points.inputs.slice();
  inputs[2 * index] = within(x, domain.x);
  inputs[2 * index + 1] = within(y, domain.y);
  return { inputs, labels: points.labels };
}

/** Only the points that pass. */
export function filterPoints(
  { inputs, labels }: OwnPoints,
  keep: (index: number) => boolean,
): OwnPoints {
  const kept = Array.from(labels.keys()).filter(keep);
  return {
    inputs: Float32Array.from(kept.flatMap((index) => [inputs[2 * index], inputs[2 * index + 1]])),
    labels: Uint8Array.from(kept, (index) => labels[index]),
  };
}
