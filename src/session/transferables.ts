/** What of a frame is handed over instead of copied. Apart from picture.ts, so that the page can take pictures without the closer look. */
import { transferablesOf } from '../analysis/topology/index.ts';
import type { Frame } from './frame.ts';
import { transferablesOfInsight } from './insight.ts';

/** The buffers of a frame that its receiver may own; the data set stays with the sender. */
export function transferablesOfFrame({ history, picture, insight }: Frame): ArrayBuffer[] {
  const arrays: ArrayBufferView[] = [history.dataLoss, history.parameterNorm];
  if (picture) {
    arrays.push(...picture.spectra.weights, ...picture.spectra.activations);
    arrays.push(...(picture.rawActivations ?? []));
  }
  switch (picture?.kind) {
    case 'classes':
      arrays.push(picture.predicted);
      break;
    case 'teacher':
      arrays.push(picture.nonlinearity);
      break;
    case 'curve':
      arrays.push(picture.probes, picture.images);
      break;
    case 'digits':
      arrays.push(picture.labels, picture.clean, picture.noisy, picture.denoised);
      break;
  }
  const buffers = arrays.map(({ buffer }) => buffer as ArrayBuffer);
  if (picture?.kind === 'classes') buffers.push(...transferablesOf(picture.topology));
  if (insight) buffers.push(...transferablesOfInsight(insight));
  return [...new Set(buffers)];
}
