/** Writes settled networks to a file; the format is described in format.ts. */
import { jacobiDecomposition } from '../engine/depth/jacobi.ts';
import { type parameterLayout as layoutOf, parameterLayout } from '../engine/index.ts';
import type { Experiment } from '../experiment/index.ts';
import { ByteWriter } from './bytes.ts';
import { checksum, layerCode, magic, noCount, type Precision, schemaVersion } from './format.ts';
import { type Header, madeInGroups } from './header.ts';
import { writeNumbers } from './numbers.ts';
import type { CompactNetwork, Provenance, SettledState } from './snapshot.ts';

type LayerSlice = ReturnType<typeof layoutOf>[number];

/** How closely a network is written down. */
export interface Closeness {
  readonly precision: Precision;
  /** Singular values below this share of a layer's largest are left out; 0 keeps the layer whole. */
  readonly truncation: number;
}

/** A settled network, already written. */
export interface EncodedState extends Omit<SettledState, 'network' | 'gradientScales'> {
  /** As `recipeOf` gives it. */
  readonly recipe: Partial<Experiment>;
  /** As `encodeNetwork` gives it. */
  readonly bytes: Uint8Array;
}

/** The network and the gradient scales as the bytes of one state's layers. */
export function encodeNetwork(
  { dims, parameters }: CompactNetwork,
  gradientScales: Float32Array,
  { precision, truncation }: Closeness,
): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.u16(dims[0]);
  for (const [index, layer] of parameterLayout(dims).entries()) {
    const { fanIn, fanOut, weights, biases } = layer;
    const factors = truncation > 0 ? truncatedFactors(parameters, layer, truncation) : undefined;
    const cheaper = factors !== undefined && factors.length * (fanIn + fanOut) < fanIn * fanOut;
    writer.u8(layerCode(cheaper ? 'factors' : 'dense', precision));
    writer.u16(fanOut);
    writer.i8(quarterLog(gradientScales[index]));
    if (cheaper) {
      writer.u8(factors.length);
      for (const { left } of factors) writeNumbers(writer, precision, left);
      for (const { right } of factors) writeNumbers(writer, precision, right);
    } else writeNumbers(writer, precision, parameters.subarray(weights, biases));
    writeNumbers(writer, precision, parameters.subarray(biases, biases + fanOut));
  }
  return writer.bytes;
}

/** A whole file. Recipes that several states share are written once. */
export function encodeSnapshots(
  provenance: Provenance,
  states: readonly EncodedState[],
): Uint8Array<ArrayBuffer> {
  const recipes: Partial<Experiment>[] = [];
  const recipeOf = states.map(({ recipe }) => {
    const different = recipes.length === 0 ? recipe : differences(recipes[0], recipe);
    const text = JSON.stringify(different);
    const index = recipes.findIndex((earlier) => JSON.stringify(earlier) === text);
    return index >= 0 ? index : recipes.push(different) - 1;
  });
  const body = new ByteWriter();
  const header: Header = { ...provenance, recipes, ...madeInGroups(states) };
  const text = new TextEncoder().encode(JSON.stringify(header));
  body.u16(text.length);
  body.raw(text);
  body.u16(states.length);
  for (const [index, state] of states.entries()) writeState(body, state, recipeOf[index]);

  const writer = new ByteWriter();
  for (const byte of magic) writer.u8(byte);
  writer.u16(schemaVersion);
  writer.u32(checksum(body.bytes));
  writer.raw(body.bytes);
  return writer.bytes;
}

function writeState(writer: ByteWriter, state: EncodedState, recipe: number): void {
  const { dataLoss, totalLoss, normPerLayer, bottleneckRank, tripoints, accuracy } = state.figures;
  writer.u8(state.depth);
  writer.u8(recipe);
  writer.u32(state.seed);
  writer.u8(state.tried);
  writer.u32(state.steps);
  writer.f32(dataLoss);
  writer.f32(totalLoss);
  writer.f32(normPerLayer);
  writer.u8(bottleneckRank);
  writer.u8(tripoints ?? noCount);
  writer.f32(accuracy ?? Number.NaN);
  writer.raw(state.bytes);
}

/** The fields of `other` that differ from those of `base`. */
function differences(base: Partial<Experiment>, other: Partial<Experiment>): Partial<Experiment> {
  return Object.fromEntries(
    Object.entries(other).filter(([name, value]) => base[name as keyof Experiment] !== value),
  );
}

/** W ≈ Σ left · rightᵀ over its larger singular values, largest first, each shared evenly. */
function truncatedFactors(
  parameters: Float32Array,
  { fanIn, fanOut, weights }: LayerSlice,
  truncation: number,
): { readonly left: Float32Array; readonly right: Float32Array }[] {
  const columns = Float64Array.from({ length: fanIn * fanOut }, (_, at) => {
    const [j, i] = [Math.floor(at / fanIn), at % fanIn];
    return parameters[weights + i * fanOut + j];
  });
  const { scaledLeft, right, singularValues } = jacobiDecomposition(columns, fanOut);
  const largest = singularValues.reduce((most, value) => Math.max(most, value), 0);
  return Array.from(singularValues.keys())
    .filter((k) => singularValues[k] > truncation * largest)
    .sort((a, b) => singularValues[b] - singularValues[a])
    .map((k) => {
      const share = Math.sqrt(singularValues[k]);
      return {
        left: Float32Array.from(scaledLeft.subarray(k * fanIn, (k + 1) * fanIn), (v) => v / share),
        right: Float32Array.from(right.subarray(k * fanOut, (k + 1) * fanOut), (v) => v * share),
      };
    });
}

/** ¼·log₂ of a scale, as far as a byte reaches. */
function quarterLog(scale: number): number {
  return Math.max(-128, Math.min(127, Math.round(4 * Math.log2(scale))));
}
