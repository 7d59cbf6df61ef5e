/**
 * The built-in data sets: labelled points in the plane, each family seeded and in a file of its
 * own. No file and no network is read; a family and a seed are all it takes.
 */
import { fourBlobs, threeBlobs } from './blobs.ts';
import type { DataFamily } from './data-set.ts';
import { invertedS } from './inverted-s.ts';
import { moons } from './moons.ts';
import { paperS } from './paper-s.ts';
import { pinwheel } from './pinwheel.ts';
import { rings } from './rings.ts';
import { spirals } from './spirals.ts';
import { xor } from './xor.ts';

export { type DataFamily, type DataSet, type Domain, domain, sampleDataSet } from './data-set.ts';

export const dataNames = [
  'paper-s',
  'inverted-s',
  'three-blobs',
  'four-blobs',
  'pinwheel',
  'rings',
  'xor',
  'spirals',
  'moons',
] as const;
export type DataName = (typeof dataNames)[number];

export const dataFamilies: Record<DataName, DataFamily> = {
  'paper-s': paperS,
  'inverted-s': invertedS,
  'three-blobs': threeBlobs,
  'four-blobs': fourBlobs,
  pinwheel,
  rings,
  xor,
  spirals,
  moons,
};
