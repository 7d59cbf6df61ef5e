import type { ClassMapData, ClassRegion } from './class-map-data.ts';

/** Which region each cell of a square raster over the domain belongs to; −1 for none. Row 0 is the least y. */
export interface RegionRaster {
  readonly size: number;
  readonly regions: Int16Array;
}

/** A place for a region's name. */
export interface LabelPoint {
  readonly x: number;
  readonly y: number;
  /** Distance to the nearest thing to keep clear of, as a share of the side of the domain. */
  readonly clearance: number;
}

type Domain = ClassMapData['domain'];

/** Fills each region by scan lines through the cells' centres. */
export function rasterise(
  regions: readonly ClassRegion[],
  domain: Domain,
  size: number,
): RegionRaster {
  const cells = new Int16Array(size * size).fill(-1);
  const [left, right] = domain.x;
  const [bottom, top] = domain.y;
  const column = size / (right - left);
  const row = size / (top - bottom);
  regions.forEach((region, index) => {
    const crossings: number[][] = Array.from({ length: size }, () => []);
    for (const ring of region.rings) {
      let ax = (Number(ring.at(-2)) - left) * column;
      let ay = (Number(ring.at(-1)) - bottom) * row;
      for (let at = 0; at + 1 < ring.length; at += 2) {
        const bx = (Number(ring[at]) - left) * column;
        const by = (Number(ring[at + 1]) - bottom) * row;
        const first = Math.max(0, Math.ceil(Math.min(ay, by) - 0.5));
        const end = Math.min(size, Math.ceil(Math.max(ay, by) - 0.5));
        for (let line = first; line < end; line++) {
          crossings[line]?.push(ax + ((line + 0.5 - ay) / (by - ay)) * (bx - ax));
        }
        ax = bx;
        ay = by;
      }
    }
    crossings.forEach((places, line) => {
      places.sort((a, b) => a - b);
      for (let k = 0; k + 1 < places.length; k += 2) {
        const from = Math.max(0, Math.ceil(Number(places[k]) - 0.5));
        const to = Math.min(size, Math.ceil(Number(places[k + 1]) - 0.5));
        cells.fill(index, line * size + from, line * size + Math.max(from, to));
      }
    });
  });
  return { size, regions: cells };
}

/**
 * For each region the place inside it that lies farthest from its boundary and from the
 * obstacles (interleaved x, y): a pole of inaccessibility to the accuracy of the raster.
 * Undefined for a region that no cell's centre falls into.
 */
export function labelPoints(
  raster: RegionRaster,
  count: number,
  domain: Domain,
  obstacles: ArrayLike<number>,
): (LabelPoint | undefined)[] {
  const { size, regions } = raster;
  const [left, right] = domain.x;
  const [bottom, top] = domain.y;
  const distance = boundaryDistance(raster);
  for (let at = 0; at + 1 < obstacles.length; at += 2) {
    const i = Math.floor(((Number(obstacles[at]) - left) / (right - left)) * size);
    const j = Math.floor(((Number(obstacles[at + 1]) - bottom) / (top - bottom)) * size);
    if (i >= 0 && i < size && j >= 0 && j < size) distance[j * size + i] = 0;
  }
  spread(distance, size);

  const cells = new Int32Array(count).fill(-1);
  const scores = new Float32Array(count).fill(Number.NEGATIVE_INFINITY);
  for (let j = 0, cell = 0; j < size; j++) {
    for (let i = 0; i < size; i++, cell++) {
      const region = Number(regions[cell]);
      const clearance = Number(distance[cell]);
      // What is taken off for being far from the middle can only make it less.
      if (region < 0 || clearance <= Number(scores[region])) continue;
      // Of places about as good the one nearer the middle wins, lest the label jump from frame to frame.
      const offCentre = Math.sqrt((i + 0.5 - size / 2) ** 2 + (j + 0.5 - size / 2) ** 2);
      const score = clearance - 0.03 * offCentre;
      if (score <= Number(scores[region])) continue;
      scores[region] = score;
      cells[region] = cell;
    }
  }
  return Array.from(cells, (cell) =>
    cell < 0
      ? undefined
      : {
          x: left + (((cell % size) + 0.5) / size) * (right - left),
          y: bottom + ((Math.floor(cell / size) + 0.5) / size) * (top - bottom),
          clearance: Number(distance[cell]) / size,
        },
  );
}

/** Half a cell where a neighbour belongs to another region or is none, else infinity. */
function boundaryDistance({ size, regions }: RegionRaster): Float32Array {
  const distance = new Float32Array(regions.length).fill(Number.POSITIVE_INFINITY);
  for (let j = 0, cell = 0; j < size; j++) {
    for (let i = 0; i < size; i++, cell++) {
      const region = regions[cell];
      const isEdge =
        i === 0 ||
        i === size - 1 ||
        regions[cell - 1] !== region ||
        regions[cell + 1] !== region ||
        regions[cell - size] !== region ||
        regions[cell + size] !== region;
      if (isEdge) distance[cell] = 0.5;
    }
  }
  return distance;
}

/** Distances along king's moves, in two passes (Borgefors' chamfer transform). */
function spread(distance: Float32Array, size: number): void {
  const relax = (cell: number, from: number, length: number) => {
    const through = Number(distance[from]) + length;
    if (through < Number(distance[cell])) distance[cell] = through;
  };
  for (let cell = 0; cell < distance.length; cell++) {
    const i = cell % size;
    if (i > 0) relax(cell, cell - 1, 1);
    if (cell < size) continue;
    relax(cell, cell - size, 1);
    if (i > 0) relax(cell, cell - size - 1, Math.SQRT2);
    if (i < size - 1) relax(cell, cell - size + 1, Math.SQRT2);
  }
  for (let cell = distance.length - 1; cell >= 0; cell--) {
    const i = cell % size;
    if (i < size - 1) relax(cell, cell + 1, 1);
    if (cell >= distance.length - size) continue;
    relax(cell, cell + size, 1);
    if (i < size - 1) relax(cell, cell + size + 1, Math.SQRT2);
    if (i > 0) relax(cell, cell + size - 1, Math.SQRT2);
  }
}
