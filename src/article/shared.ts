/** What several parts of the article show or drag through. */
import type { Choices } from '../experiment/index.ts';
import { range } from './scrub-values.ts';

/** The depths that have a settled network in a file. */
export const depths = range(1, 32);

/** Name of the settled networks that the first screen shows. */
export const heroFile = 'paper-s';

/** The teacher of src/snapshot/featured.ts: the paper's Figure 1 at a size that trains while one reads. */
export const teacherChoices: Choices = {
  data: 'teacher',
  trueRank: 2,
  inputDimension: 10,
  outputDimension: 10,
  points: 100,
  width: 50,
  lambda: 0.03,
};
