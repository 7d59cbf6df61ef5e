/** What several parts of the article show or drag through. */
import { deepest } from '../snapshot/featured.ts';
import { range } from './scrub-values.ts';

/** The depths that have a settled network in a file. */
export const depths = range(1, deepest);

/** Name of the settled networks that the first screen shows. */
export const heroFile = 'paper-s';
