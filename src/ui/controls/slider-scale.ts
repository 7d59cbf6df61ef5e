/** Between the positions of a slider and the values of a number field. */
import type { NumberField } from '../../experiment/index.ts';

/** Steps per decade of a logarithmic slider: 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8. */
const mantissas = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
/** Decades a logarithmic slider that may be zero reaches down from its maximum. */
const decadesAboveZero = 7;

/** A linear slider stops at every whole number, or at this many places where there are more. */
const mostLinearStops = 200;

const stopsOf = new WeakMap<NumberField, readonly number[]>();

/** The values a slider of this field stops at, ascending. */
function stops(field: NumberField): readonly number[] {
  const known = stopsOf.get(field);
  if (known) return known;
  const values = field.scale === 'linear' ? linearStops(field) : logarithmicStops(field);
  stopsOf.set(field, values);
  return values;
}

function linearStops({ min, max, integer }: NumberField): number[] {
  const count = integer ? Math.min(mostLinearStops, max - min) : 100;
  return Array.from({ length: count + 1 }, (_, i) => {
    const value = min + ((max - min) * i) / count;
    return integer ? Math.round(value) : Number(value.toPrecision(6));
  });
}

function logarithmicStops({ min, max, integer }: NumberField): number[] {
  const least = min > 0 ? min : max / 10 ** decadesAboveZero;
  const values: number[] = min > 0 ? [] : [0];
  for (let decade = Math.floor(Math.log10(least)); 10 ** decade <= max; decade++) {
    for (const mantissa of mantissas) {
      const value = Number((mantissa * 10 ** decade).toPrecision(2));
      const stop = integer ? Math.round(value) : value;
      if (stop >= least && stop <= max && stop !== values[values.length - 1]) values.push(stop);
    }
  }
  if (values[values.length - 1] < max) values.push(max);
  return values;
}

/** Number of the slider's last position; the first is 0. */
export function sliderSteps(field: NumberField): number {
  return stops(field).length - 1;
}

/** The position nearest to a value. */
export function positionOf(field: NumberField, value: number): number {
  const all = stops(field);
  let nearest = 0;
  for (const [position, stop] of all.entries()) {
    if (Math.abs(stop - value) <= Math.abs(all[nearest] - value)) nearest = position;
  }
  return nearest;
}

/** The value at a position. */
export function valueAt(field: NumberField, position: number): number {
  return stops(field)[position];
}
