/** Takes the picture of a network: its spectra, its class map and its predictions. */
import { predictedClasses } from '../analysis/classification.ts';
import { mapClasses, transferablesOf } from '../analysis/topology/index.ts';
import type { TrainingEngine } from '../engine/engine.ts';
import { type DataSet, domain } from '../experiment/index.ts';
import type { Frame, Picture } from './frame.ts';

/** How finely the class map is drawn: cells per side evaluated always, and where labels differ. */
export interface Resolution {
  readonly coarse: number;
  readonly fine: number;
}

/** From the quickest to the finest. */
export const resolutions: readonly Resolution[] = [
  { coarse: 24, fine: 96 },
  { coarse: 40, fine: 160 },
  { coarse: 64, fine: 512 },
];

/** Points evaluated between two looks at the message queue. */
const pointsPerBreath = 2048;

export async function takePicture(
  engine: TrainingEngine,
  about: { readonly run: number; readonly step: number; readonly data: DataSet },
  resolution: Resolution,
  breathe: () => Promise<void>,
): Promise<Picture> {
  const { data, run, step } = about;
  const evaluate = async (points: Float32Array) => {
    const rows = points.length / 2;
    const logits = new Float32Array(rows * data.classCount);
    for (let row = 0; row < rows; row += pointsPerBreath) {
      const end = Math.min(rows, row + pointsPerBreath);
      logits.set(await engine.evaluate(points.subarray(2 * row, 2 * end)), row * data.classCount);
      if (end < rows) await breathe();
    }
    return logits;
  };
  const predicted = predictedClasses(await engine.evaluate(data.inputs), data.classCount);
  const spectra = await engine.spectra({ centred: true });
  await breathe();
  const topology = await mapClasses(evaluate, {
    domain,
    classCount: data.classCount,
    ...resolution,
  });
  return { run, step, dims: engine.problem.dims, data, predicted, spectra, topology };
}

/** The buffers of a frame that its receiver may own; the data set stays with the sender. */
export function transferablesOfFrame(frame: Frame): ArrayBuffer[] {
  const buffers = [frame.history.dataLoss.buffer, frame.history.parameterNorm.buffer];
  if (frame.picture) {
    const { predicted, spectra, topology } = frame.picture;
    buffers.push(predicted.buffer);
    for (const values of [...spectra.weights, ...spectra.activations]) buffers.push(values.buffer);
    buffers.push(...transferablesOf(topology));
  }
  return [...new Set(buffers)] as ArrayBuffer[];
}
