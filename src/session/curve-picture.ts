/** The picture of an autoencoder on a curve: arrows from probe points to their images. */
import { measureProjection } from '../analysis/projection.ts';
import { type CurveData, type Experiment, evenProbes, gridProbes } from '../experiment/index.ts';
import type { ReadableNetwork } from '../snapshot/index.ts';
import type { CurvePicture, PartOf } from './frame.ts';

/** Arrows from random places, and along each side of the grid. */
const shown = 120;
const gridSide = 11;

/** @param placed the probes [M, 2] that somebody placed by hand */
export async function curvePicture(
  engine: Pick<ReadableNetwork, 'evaluate'>,
  data: CurveData,
  { probes: places }: Experiment,
  placed: Float32Array,
): Promise<PartOf<CurvePicture>> {
  const probes = probesAt(places, placed);
  return {
    kind: 'curve',
    data,
    probes,
    images: probes.length === 0 ? new Float32Array(0) : await engine.evaluate(probes),
    ...(await measureProjection(engine, data)),
  };
}

/** The random probes [M, 2]: also what is in somebody's hands before a probe has been placed. */
export function randomProbes(): Float32Array {
  return evenProbes(shown);
}

function probesAt(places: Experiment['probes'], placed: Float32Array): Float32Array {
  switch (places) {
    case 'random':
      return randomProbes();
    case 'grid':
      return gridProbes(gridSide);
    case 'placed':
      return placed.slice();
  }
}
