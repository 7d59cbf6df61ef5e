/**
 * Own points as a short text for a link, and back. Of each class the places are sorted along a
 * curve that keeps neighbours together, and only the steps from one to the next are written, each
 * as a Rice code (R. F. Rice, JPL Publication 79-22, 1979): a point among many costs some two and
 * a half letters. Order is lost; equal sets give equal texts.
 */
import { domain } from '../data/domain.ts';
import { type BitReader, type BitWriter, readBits, writeBits } from './bits.ts';
import {
  atGridLine,
  coordinateBits,
  gridLine,
  mostClasses,
  mostPoints,
  noPoints,
  type OwnPoints,
} from './own-points.ts';

/** First letter of every text, so that a later way of writing can be told from this one. */
const version = '1';
const countBits = 11;
const orderBits = 5;
const cellBits = 2 * coordinateBits;
const cells = 2 ** cellBits;
/** After so many ones a step stands as it is: huddles far apart must not cost thousands of ones. */
const mostOnes = 12;

/** The points' indices in the order in which a link gives them back: by class, then along the curve. */
export function linkOrder({ inputs, labels }: OwnPoints): number[] {
  const places = Array.from(labels.keys(), (index) => ({
    index,
    label: labels[index],
    cell: cellOf(inputs[2 * index], inputs[2 * index + 1]),
  }));
  return places.sort((a, b) => a.label - b.label || a.cell - b.cell).map(({ index }) => index);
}

/** The points as letters, digits, “-” and “_”; the empty text where there are none. */
export function encodePoints({ inputs, labels }: OwnPoints): string {
  if (labels.length === 0) return '';
  const bits = writeBits();
  for (let label = 0; label < mostClasses; label++) {
    const places = Array.from(labels.keys())
      .filter((index) => labels[index] === label)
      .map((index) => cellOf(inputs[2 * index], inputs[2 * index + 1]))
      .sort((a, b) => a - b);
    bits.write(places.length, countBits);
    if (places.length === 0) continue;
    const steps = places.map((cell, i) => cell - (i > 0 ? places[i - 1] : 0));
    const order = bestOrder(steps);
    bits.write(order, orderBits);
    for (const step of steps) writeStep(bits, step, order);
  }
  return version + bits.finish();
}

/** The points of a text, sorted by class; undefined where it is not one that `encodePoints` writes. */
export function decodePoints(text: string): OwnPoints | undefined {
  if (text === '') return noPoints;
  const bits = text.startsWith(version) ? readBits(text.slice(version.length)) : undefined;
  if (!bits) return undefined;
  const inputs: number[] = [];
  const labels: number[] = [];
  for (let label = 0; label < mostClasses; label++) {
    const places = readPlaces(bits);
    if (!places || labels.length + places.length > mostPoints) return undefined;
    for (const cell of places) {
      const [column, row] = linesOf(cell);
      inputs.push(atGridLine(column, domain.x), atGridLine(row, domain.y));
      labels.push(label);
    }
  }
  if (labels.length === 0 || !bits.atEnd) return undefined;
  return { inputs: Float32Array.from(inputs), labels: Uint8Array.from(labels) };
}

function readPlaces(bits: BitReader): number[] | undefined {
  const count = bits.read(countBits);
  if (count === undefined) return undefined;
  if (count === 0) return [];
  const order = bits.read(orderBits);
  if (order === undefined || order > cellBits) return undefined;
  const places: number[] = [];
  let cell = 0;
  for (let i = 0; i < count; i++) {
    const step = readStep(bits, order);
    if (step === undefined) return undefined;
    cell += step;
    if (cell >= cells) return undefined;
    places.push(cell);
  }
  return places;
}

function writeStep(bits: BitWriter, step: number, order: number): void {
  const ones = Math.floor(step / 2 ** order);
  for (let one = 0; one < Math.min(ones, mostOnes); one++) bits.write(1, 1);
  if (ones < mostOnes) {
    bits.write(0, 1);
    bits.write(step % 2 ** order, order);
  } else bits.write(step, cellBits);
}

function readStep(bits: BitReader, order: number): number | undefined {
  for (let ones = 0; ones < mostOnes; ones++) {
    const bit = bits.read(1);
    if (bit === undefined) return undefined;
    if (bit === 1) continue;
    const rest = bits.read(order);
    return rest === undefined ? undefined : ones * 2 ** order + rest;
  }
  return bits.read(cellBits);
}

/** The order of the Rice code in which these steps come out shortest. */
function bestOrder(steps: readonly number[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let order = 0; order <= cellBits; order++) {
    const length = steps.reduce((sum, step) => {
      const ones = Math.floor(step / 2 ** order);
      return sum + (ones < mostOnes ? ones + 1 + order : mostOnes + cellBits);
    }, 0);
    if (length < least) [best, least] = [order, length];
  }
  return best;
}

/** Number of a grid place along the Z-order curve (G. M. Morton, IBM report, 1966). */
function cellOf(x: number, y: number): number {
  const [column, row] = [gridLine(x, domain.x), gridLine(y, domain.y)];
  let cell = 0;
  for (let bit = 0; bit < coordinateBits; bit++) {
    cell |= (((column >> bit) & 1) << (2 * bit)) | (((row >> bit) & 1) << (2 * bit + 1));
  }
  return cell;
}

function linesOf(cell: number): [number, number] {
  let [column, row] = [0, 0];
  for (let bit = 0; bit < coordinateBits; bit++) {
    column |= ((cell >> (2 * bit)) & 1) << bit;
    row |= ((cell >> (2 * bit + 1)) & 1) << bit;
  }
  return [column, row];
}
