import type { Portions } from '../portions.ts';
import { FieldReader } from './field-reader.ts';
import type { JacobianField } from './jacobian-field.ts';
import { Occupancy } from './occupancy.ts';
import { type Streamline, traceStreamline } from './streamline.ts';

/** Polylines in data coordinates, one after the other in flat buffers. */
export interface Fibres {
  /** x, y interleaved, of all vertices of all lines. */
  readonly points: Float32Array;
  /** s₂/s₁ at each vertex, 0 … 1: where it is not small, the function changes along the line too. */
  readonly ratios: Float32Array;
  /** [lines + 1]: line i has the vertices starts[i] … starts[i + 1] − 1. */
  readonly starts: Uint32Array;
  /** [lines]: 1 where the last vertex is joined to the first, which is not repeated. */
  readonly closed: Uint8Array;
}

export interface FibreOptions {
  /** Distance between neighbouring lines as a share of the domain's shorter side; 1/30 unless told. */
  readonly spacing?: number;
  /** No line is longer than this many times the domain's longer side; 6 unless told. */
  readonly maxLength?: number;
  /** Where s₁ is below this share of the field's largest, the function counts as flat; 0.01 unless told. */
  readonly flat?: number;
}

/** A line may come this close to another, as a share of the spacing (Jobard & Lefer's d_test). */
const closeness = 0.5;
/** Lines shorter than this many spacings are left out. */
const shortest = 1;

/**
 * Evenly spaced fibres through the whole domain: each line sends out seeds at one spacing to both
 * sides, and a line ends where it comes too near to another (Jobard & Lefer, Creating
 * Evenly-Spaced Streamlines of Arbitrary Density, 1997), at the border, where the function is
 * flat, or where it closes. The first seed is always the middle of the domain, so that pictures
 * of similar functions are similar.
 */
export function* traceFibres(
  field: JacobianField,
  { spacing: share = 1 / 30, maxLength = 6, flat = 0.01 }: FibreOptions = {},
): Portions<Fibres> {
  const { domain, perSide } = field;
  const width = domain.x[1] - domain.x[0];
  const height = domain.y[1] - domain.y[0];
  const spacing = share * Math.min(width, height);
  const step = Math.min(spacing, Math.min(width, height) / (perSide - 1)) / 2;
  const steepest = steepestOf(field);
  if (!(steepest > 0)) return pack([]);

  const reader = new FieldReader(field);
  const occupancy = new Occupancy(domain, spacing);
  const lines: Streamline[] = [];
  let traced = 0;
  const isRoom = (x: number, y: number) =>
    x >= domain.x[0] &&
    x <= domain.x[1] &&
    y >= domain.y[0] &&
    y <= domain.y[1] &&
    // Rounding puts a seed slightly nearer to its parent.
    occupancy.isFree(x, y, 0.99 * spacing);
  const trace = (x: number, y: number) => {
    const own = traced++;
    const line = traceStreamline(reader, x, y, {
      domain,
      step,
      maxLength: maxLength * Math.max(width, height),
      flat: flat * steepest,
      shortestLoop: 3 * spacing,
      loopGap: closeness * spacing,
      isFree: (atX, atY, arc) =>
        occupancy.isFree(atX, atY, closeness * spacing, own, arc, 3 * spacing),
      occupy: (atX, atY, arc) => occupancy.add(atX, atY, own, arc),
    });
    if (line !== undefined && line.x.length * step >= shortest * spacing) lines.push(line);
  };

  trace((domain.x[0] + domain.x[1]) / 2, (domain.y[0] + domain.y[1]) / 2);
  const stride = Math.max(1, Math.round(spacing / step));
  let parent = 0;
  function* sowFromLines(): Portions<void> {
    for (; parent < lines.length; parent++) {
      const { x, y, tangentX, tangentY } = lines[parent];
      for (let i = 0; i < x.length; i += stride) {
        for (const side of [spacing, -spacing]) {
          const [seedX, seedY] = [x[i] - side * tangentY[i], y[i] + side * tangentX[i]];
          if (!isRoom(seedX, seedY)) continue;
          trace(seedX, seedY);
          yield;
        }
      }
      yield;
    }
  }
  yield* sowFromLines();

  // What no line reaches, as behind a flat stretch, gets seeds of its own.
  const columns = Math.ceil(width / spacing);
  const rows = Math.ceil(height / spacing);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = domain.x[0] + ((column + 0.5) * width) / columns;
      const y = domain.y[0] + ((row + 0.5) * height) / rows;
      if (!isRoom(x, y)) continue;
      trace(x, y);
      yield* sowFromLines();
    }
    yield;
  }
  return pack(lines);
}

/** The buffers that fibres own, to be handed over by `postMessage`. */
export function transferablesOfFibres({ points, ratios, starts, closed }: Fibres): ArrayBuffer[] {
  return [points.buffer, ratios.buffer, starts.buffer, closed.buffer].filter(
    (buffer) => buffer instanceof ArrayBuffer,
  );
}

function steepestOf({ singularValues, outputs }: JacobianField): number {
  let steepest = 0;
  for (let i = 0; i < singularValues.length; i += Math.min(outputs, 2)) {
    if (singularValues[i] > steepest) steepest = singularValues[i];
  }
  return steepest;
}

function pack(lines: readonly Streamline[]): Fibres {
  const starts = new Uint32Array(lines.length + 1);
  lines.forEach(({ x }, i) => {
    starts[i + 1] = starts[i] + x.length;
  });
  const count = starts[lines.length];
  const points = new Float32Array(2 * count);
  const ratios = new Float32Array(count);
  lines.forEach(({ x, y, ratios: own }, i) => {
    for (let k = 0; k < x.length; k++) {
      points[2 * (starts[i] + k)] = x[k];
      points[2 * (starts[i] + k) + 1] = y[k];
    }
    ratios.set(own, starts[i]);
  });
  return { points, ratios, starts, closed: Uint8Array.from(lines, ({ closed }) => Number(closed)) };
}
