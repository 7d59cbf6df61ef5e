/** The picture of an autoencoder on digits: noisy ones that it has not seen, and its answers. */
import { measureDenoising } from '../analysis/denoising.ts';
import { type DigitData, type Experiment, randomStream } from '../experiment/index.ts';
import type { ReadableNetwork } from '../snapshot/index.ts';
import type { DigitPicture, PartOf } from './frame.ts';

/** Held-out digits that are shown: one of each, since they come round in turn. */
const shown = 10;

export async function digitPicture(
  engine: Pick<ReadableNetwork, 'evaluate'>,
  data: DigitData,
  { probeNoise, dataSeed }: Experiment,
): Promise<PartOf<DigitPicture>> {
  const random = randomStream(dataSeed, 'noise to remove');
  const { noisy, denoised, errorRatio } = await measureDenoising(engine, data, probeNoise, random);
  const floats = shown * data.side ** 2;
  return {
    kind: 'digits',
    side: data.side,
    labels: data.heldOutLabels.slice(0, shown),
    clean: data.heldOut.slice(0, floats),
    noisy: noisy.slice(0, floats),
    denoised: denoised.slice(0, floats),
    errorRatio,
  };
}
