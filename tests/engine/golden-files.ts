/** Reads the golden trajectories of tests/reference. */
import { readFileSync } from 'node:fs';
import { type Golden, type GoldenName, goldenOf } from './golden.ts';

export { flatten, goldenNames, kinks } from './golden.ts';

export function readGolden(name: GoldenName): Golden {
  return goldenOf(JSON.parse(readFileSync(`tests/reference/${name}.json`, 'utf8')));
}
