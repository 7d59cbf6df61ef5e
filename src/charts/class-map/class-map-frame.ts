import { tenths } from '../parts/outline.ts';
import { type Plane, planeFrame } from '../parts/plane.ts';
import type { ClassMapData, ClassMapOptions } from './class-map-data.ts';

/** Where the map lies in the picture, and how the domain is laid on it. */
export interface ClassMapFrame extends Plane {
  /** Radius of a data point's symbol, in pixels. */
  readonly pointRadius: number;
}

/** A square map as large as the picture allows below a legend of so many rows. */
export function classMapFrame(
  data: ClassMapData,
  options: ClassMapOptions,
  text: number,
  legendRowCount: number,
): ClassMapFrame {
  const plane = planeFrame(data.domain, options, text, legendRowCount);
  const side = plane.plot.right - plane.plot.left;
  const count = data.points.labels.length;
  return {
    ...plane,
    // The more points, the smaller; and a small map has less room for each.
    pointRadius: tenths(
      text * 0.4 * Math.min(1, (60 / Math.max(1, count)) ** 0.22) * (side < 320 ? 0.85 : 1),
    ),
  };
}
