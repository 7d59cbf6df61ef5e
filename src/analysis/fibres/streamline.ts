import type { Domain } from '../../experiment/index.ts';
import type { FieldReader } from './field-reader.ts';

/** A fibre: its vertices from end to end, with s₂/s₁ and the unit tangent at each. */
export interface Streamline {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly ratios: readonly number[];
  readonly tangentX: readonly number[];
  readonly tangentY: readonly number[];
  /** The last vertex is joined to the first, which is not repeated. */
  readonly closed: boolean;
}

export interface StreamlineRules {
  readonly domain: Domain;
  readonly step: number;
  /** Of the whole line. */
  readonly maxLength: number;
  /** Where s₁ is below this, the function is flat and has no fibres. */
  readonly flat: number;
  /** A line that has gone at least this far closes as soon as it is within `loopGap` of its seed. */
  readonly shortestLoop: number;
  readonly loopGap: number;
  /** Whether the line may go on to a point `arc` from its seed. */
  readonly isFree: (x: number, y: number, arc: number) => boolean;
  /** Told of every vertex. */
  readonly occupy: (x: number, y: number, arc: number) => void;
}

/** Below this cosine the function's own direction does not tell which way the line goes on. */
const telling = 0.3;

/** Traces the fibre through a seed both ways; undefined where the function is flat there. */
export function traceStreamline(
  reader: FieldReader,
  seedX: number,
  seedY: number,
  rules: StreamlineRules,
): Streamline | undefined {
  reader.read(seedX, seedY);
  if (!(reader.large >= rules.flat)) return undefined;
  const seed = { ...vertexAt(reader, seedX, seedY), crossing: reader.crossing.slice() };
  rules.occupy(seedX, seedY, 0);
  const onward = traceOneWay(reader, seed, 1, rules, rules.maxLength);
  const rest = rules.maxLength - rules.step * onward.vertices.length;
  const back = onward.closed ? { vertices: [] } : traceOneWay(reader, seed, -1, rules, rest);
  const vertices = [...back.vertices.reverse(), seed, ...onward.vertices];
  return {
    x: vertices.map(({ x }) => x),
    y: vertices.map(({ y }) => y),
    ratios: vertices.map(({ ratio }) => ratio),
    tangentX: vertices.map(({ tangentX }) => tangentX),
    tangentY: vertices.map(({ tangentY }) => tangentY),
    closed: onward.closed,
  };
}

interface Vertex {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
  readonly tangentX: number;
  readonly tangentY: number;
}

function vertexAt({ ratio, tangentX, tangentY }: FieldReader, x: number, y: number): Vertex {
  return { x, y, ratio, tangentX, tangentY };
}

/**
 * Follows the tangent by classical Runge–Kutta steps. Its sign comes from the function: along a
 * fibre the direction in which the outputs move on crossing it to the left stays the same, even
 * where the fibre turns back sharply at a kink.
 */
function traceOneWay(
  reader: FieldReader,
  seed: Vertex & { readonly crossing: Float64Array },
  way: 1 | -1,
  { domain, step, flat, shortestLoop, loopGap, isFree, occupy }: StreamlineRules,
  maxLength: number,
): { vertices: Vertex[]; closed: boolean } {
  const vertices: Vertex[] = [];
  let { x, y } = seed;
  let alongX = way * seed.tangentX;
  let alongY = way * seed.tangentY;
  const crossing = seed.crossing.map((value) => way * value);
  const readOriented = (atX: number, atY: number) => {
    reader.read(atX, atY);
    const cosine = cosineBetween(reader.crossing, crossing);
    const forwards = reader.tangentX * alongX + reader.tangentY * alongY;
    if ((Math.abs(cosine) > telling ? cosine : forwards) < 0) reader.reverse();
  };

  for (let length = step; length <= maxLength; length += step) {
    const [k1x, k1y] = [alongX, alongY];
    readOriented(x + (step / 2) * k1x, y + (step / 2) * k1y);
    const [k2x, k2y] = [reader.tangentX, reader.tangentY];
    readOriented(x + (step / 2) * k2x, y + (step / 2) * k2y);
    const [k3x, k3y] = [reader.tangentX, reader.tangentY];
    readOriented(x + step * k3x, y + step * k3y);
    const moveX = (step / 6) * (k1x + 2 * k2x + 2 * k3x + reader.tangentX);
    const moveY = (step / 6) * (k1y + 2 * k2y + 2 * k3y + reader.tangentY);

    const inside = shareInside(domain, x, y, moveX, moveY);
    x += inside * moveX;
    y += inside * moveY;
    readOriented(x, y);
    if (!(reader.large >= flat)) break;
    const arc = way * length;
    if (length >= shortestLoop && Math.hypot(x - seed.x, y - seed.y) < loopGap) {
      const sameWay = reader.tangentX * seed.tangentX + reader.tangentY * seed.tangentY;
      if (way * sameWay > 0) return { vertices, closed: true };
    }
    if (!isFree(x, y, arc)) break;
    if (inside > 0) {
      occupy(x, y, arc);
      vertices.push(vertexAt(reader, x, y));
    }
    if (inside < 1) break;
    alongX = reader.tangentX;
    alongY = reader.tangentY;
    crossing.set(reader.crossing);
  }
  return { vertices, closed: false };
}

function cosineBetween(u: Float64Array, v: Float64Array): number {
  let dot = 0;
  let uu = 0;
  let vv = 0;
  for (let o = 0; o < u.length; o++) {
    dot += u[o] * v[o];
    uu += u[o] * u[o];
    vv += v[o] * v[o];
  }
  return uu === 0 || vv === 0 ? 0 : dot / Math.sqrt(uu * vv);
}

/** The share of a move that stays in the domain. */
function shareInside({ x, y }: Domain, fromX: number, fromY: number, moveX: number, moveY: number) {
  return Math.min(1, shareWithin(x, fromX, moveX), shareWithin(y, fromY, moveY));
}

function shareWithin([low, high]: readonly [number, number], from: number, move: number): number {
  if (move === 0) return 1;
  return Math.max(0, ((move > 0 ? high : low) - from) / move);
}
