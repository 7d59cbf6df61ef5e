/** Whether an autoencoder brings the plane onto the curve it was trained on. */
import type { TrainingEngine } from '../engine/engine.ts';
import { type CurveData, evenProbes } from '../experiment/index.ts';
import { meanDistanceToCurve } from './distance-to-curve.ts';

/** Points over which distances are averaged. */
const measured = 400;

export interface Projection {
  /** Mean distance to the curve of points drawn evenly from the square, and of their images. */
  readonly distanceBefore: number;
  readonly distanceAfter: number;
}

/** The same points are drawn every time, so that runs can be compared. */
export async function measureProjection(
  engine: Pick<TrainingEngine, 'evaluate'>,
  { curve }: CurveData,
): Promise<Projection> {
  const probes = evenProbes(measured);
  return {
    distanceBefore: meanDistanceToCurve(probes, curve),
    distanceAfter: meanDistanceToCurve(await engine.evaluate(probes), curve),
  };
}
