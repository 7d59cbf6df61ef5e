/** Takes the picture of a network: its spectra, and what its task asks to see. */
import { measureImitation } from '../analysis/imitation.ts';
import type { DataSet, Experiment } from '../experiment/index.ts';
import type { ReadableNetwork } from '../snapshot/index.ts';
import { classPicture, type Resolution } from './class-picture.ts';
import { curvePicture } from './curve-picture.ts';
import { digitPicture } from './digit-picture.ts';
import type { Picture } from './frame.ts';

/** How much a picture may cost: the fineness of a class map, the points behind a ratio. */
export interface Sharpness {
  readonly map: Resolution;
  readonly points: number;
}

/** From the quickest to the finest. */
export const sharpnesses: readonly Sharpness[] = [
  { map: { coarse: 24, fine: 96 }, points: 32 },
  { map: { coarse: 40, fine: 160 }, points: 128 },
  { map: { coarse: 64, fine: 512 }, points: 2000 },
];

export interface Subject {
  readonly run: number;
  readonly step: number;
  readonly data: DataSet;
  readonly experiment: Experiment;
  /** Probe points [M, 2] placed by hand. */
  readonly placed: Float32Array;
}

export async function takePicture(
  engine: ReadableNetwork,
  subject: Subject,
  sharpness: Sharpness,
  breathe: () => Promise<void>,
): Promise<Picture> {
  const { data, run, step, experiment, placed } = subject;
  const spectra = await engine.spectra({ centred: true });
  await breathe();
  const raw = experiment.centring === 'raw' && (await engine.spectra({ centred: false }));
  const about = {
    run,
    step,
    dims: engine.problem.dims,
    spectra,
    ...(raw && { rawActivations: raw.activations }),
  };
  switch (data.kind) {
    case 'classes':
      return { ...about, ...(await classPicture(engine, data, sharpness.map, breathe)) };
    case 'teacher': {
      const imitation = await measureImitation(engine, data, sharpness.points);
      return { ...about, kind: 'teacher', trueRank: data.trueRank, ...imitation };
    }
    case 'curve':
      return { ...about, ...(await curvePicture(engine, data, experiment, placed)) };
    case 'digits':
      return { ...about, ...(await digitPicture(engine, data, experiment)) };
  }
}
