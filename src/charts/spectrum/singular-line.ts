/** One singular value followed through the layers, as path data in two strengths. */
export interface SingularLine {
  /** Counts from 1. */
  readonly index: number;
  /** Where the value counts towards the rank. */
  readonly strong: string;
  readonly weak: string;
  /** Whether it counts in the last layer that has it. */
  readonly endsStrong: boolean;
  readonly end: { readonly x: number; readonly y: number } | undefined;
}

export interface SingularScale {
  /** Pixel of layer ℓ = 1 … L. */
  readonly x: (layer: number) => number;
  /** Pixel of a value; what lies below the floor is drawn at it. */
  readonly y: (value: number) => number;
}

/**
 * Follows the i-th value through all layers. Where it passes through the threshold, which like
 * the value is drawn straight from layer to layer, strong changes to weak at the crossing.
 */
export function singularLine(
  layers: readonly Float32Array[],
  index: number,
  threshold: number,
  { x, y }: SingularScale,
): SingularLine {
  let [strong, weak] = ['', ''];
  let before: { x: number; y: number; above: number } | undefined;
  let isStrong = false;
  layers.forEach((values, k) => {
    const value = values[index - 1];
    if (value === undefined) {
      before = undefined;
      return;
    }
    const here = { x: x(k + 1), y: y(value), above: y(threshold * Number(values[0])) - y(value) };
    const counts = value > threshold * Number(values[0]);
    const place = `${pixel(here.x)},${pixel(here.y)}`;
    if (before === undefined) {
      if (counts) strong += `M${place}`;
      else weak += `M${place}`;
    } else if (counts === isStrong) {
      if (counts) strong += `L${place}`;
      else weak += `L${place}`;
    } else {
      const share = Math.min(1, Math.max(0, before.above / (before.above - here.above || 1)));
      const crossing = `${pixel(before.x + share * (here.x - before.x))},${pixel(before.y + share * (here.y - before.y))}`;
      const [ended, begun] = [`L${crossing}`, `M${crossing}L${place}`];
      strong += counts ? begun : ended;
      weak += counts ? ended : begun;
    }
    before = here;
    isStrong = counts;
  });
  const last = layers.findLastIndex((values) => values.length >= index);
  const value = layers[last]?.[index - 1];
  return {
    index,
    strong,
    weak,
    endsStrong: value !== undefined && value > threshold * Number(layers[last]?.[0]),
    end: value === undefined ? undefined : { x: x(last + 1), y: y(value) },
  };
}

function pixel(value: number): number {
  return Math.round(value * 10) / 10;
}
