/** What several parts of the article show or drag through. */
import { deepest } from '../snapshot/featured.ts';
import type { FigureOptions } from './figure-lab.ts';
import { range } from './scrub-values.ts';

/** The depths that have a settled network in a file. */
export const depths = range(1, deepest);

/** What the first screen shows. */
export const heroOptions = {
  choices: { data: 'paper-s', depth: 9 },
  file: 'paper-s',
} as const satisfies FigureOptions;

/** Stands for a number where room is kept: as wide as those in sentences come, with what sets them off. */
export const widest = 888.8;
