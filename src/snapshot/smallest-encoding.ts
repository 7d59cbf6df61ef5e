/** Finds the shortest way to write a trained network down that does not change what it does. */
import { ByteReader } from './bytes.ts';
import { compactNetwork } from './compact.ts';
import { readNetwork } from './decode.ts';
import { type Closeness, encodeNetwork } from './encode.ts';
import { precisions } from './format.ts';
import type { CompactNetwork } from './snapshot.ts';

export interface Trained {
  /** Layer sizes and flat parameters as the engine saved them. */
  readonly dims: readonly number[];
  readonly parameters: Float32Array;
  readonly gradientScales: Float32Array;
}

/** Whether a network, as it will be read from the file, does what the trained one does. */
export type Accepts = (network: CompactNetwork) => boolean | Promise<boolean>;

export interface Encoding extends Closeness {
  /** How near directions had to be to be united; see `compactNetwork`. */
  readonly tolerance: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** As it will be read. */
  readonly network: CompactNetwork;
}

const tolerances = [0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 3e-3, 1e-3, 0];
const truncations = [0.05, 0.02, 0.01, 3e-3, 1e-3, 0];

/**
 * The shortest encoding that is accepted. The last resort keeps every neuron that is not dead in
 * single precision, which only rebalancing tells from the trained network.
 * @returns undefined where even that is not accepted
 */
export async function smallestEncoding(
  trained: Trained,
  accepts: Accepts,
): Promise<Encoding | undefined> {
  const { dims, parameters, gradientScales } = trained;
  const candidates = tolerances
    .flatMap((tolerance) => {
      const compact = compactNetwork(dims, parameters, tolerance);
      return precisions.flatMap((precision) =>
        truncations.map((truncation) => ({
          tolerance,
          precision,
          truncation,
          bytes: encodeNetwork(compact, gradientScales, { precision, truncation }),
        })),
      );
    })
    .sort((a, b) => a.bytes.length - b.bytes.length);
  for (const candidate of candidates) {
    const { network } = readNetwork(new ByteReader(candidate.bytes), dims.length - 1);
    if (await accepts(network)) return { ...candidate, network };
  }
  return undefined;
}
