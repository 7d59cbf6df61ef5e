/** What is left of the noise after an autoencoder has seen noisy digits that are new to it. */
import type { TrainingEngine } from '../engine/engine.ts';
import { type DigitData, noisyCopy, type Random } from '../experiment/index.ts';
import { errorRatio } from './squared-error.ts';

export interface Denoising {
  /** All held-out digits with noise, [M, side²], and the network's answers to them. */
  readonly noisy: Float32Array;
  readonly denoised: Float32Array;
  /** Mean Euclidean distance of the answers to the clean digits as a share of that of the noisy ones. */
  readonly errorRatio: number;
}

/** @param noise standard deviation of the noise on every pixel; ink is 1 */
export async function measureDenoising(
  engine: Pick<TrainingEngine, 'evaluate'>,
  { heldOut, side }: DigitData,
  noise: number,
  random: Random,
): Promise<Denoising> {
  const noisy = noisyCopy(heldOut, noise, random);
  const denoised = await engine.evaluate(noisy);
  return { noisy, denoised, errorRatio: errorRatio(noisy, denoised, heldOut, side ** 2) };
}
