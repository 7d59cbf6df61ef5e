/** Singular values of a whole network on the CPU, a matrix at a time, so that training goes on meanwhile. */
import type { NetworkSpectra, SpectraOptions } from '../engine.ts';
import { parameterLayout } from '../parameters.ts';
import { singularValues } from '../singular-values.ts';
import { centredColumns } from '../spectra.ts';

/** Lets everything else that is due run first. */
function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume));
}

/**
 * Like `networkSpectra`, but never busy for longer than one matrix takes.
 * @param parameters flat, in the layout of `parameterLayout`
 * @param activations of layers 1 … L, each [N, fan out]
 */
export async function cpuSpectra(
  dims: readonly number[],
  parameters: Float32Array,
  activations: readonly Float32Array[],
  { centred }: SpectraOptions,
): Promise<NetworkSpectra> {
  const weightSpectra: Float32Array[] = [];
  const activationSpectra: Float32Array[] = [];
  for (const [index, { fanIn, fanOut, weights, biases }] of parameterLayout(dims).entries()) {
    const matrix = parameters.subarray(weights, biases);
    weightSpectra.push(Float32Array.from(singularValues(matrix, fanIn, fanOut)));
    await pause();
    const outputs = activations[index];
    const shown = centred ? centredColumns(outputs, fanOut) : outputs;
    activationSpectra.push(
      Float32Array.from(singularValues(shown, outputs.length / fanOut, fanOut)),
    );
    await pause();
  }
  return { weights: weightSpectra, activations: activationSpectra };
}
