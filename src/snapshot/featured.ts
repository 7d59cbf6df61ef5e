/** The experiments whose settled networks ship with the page, and when a run is one of them. */
import {
  type Choices,
  completeExperiment,
  type Experiment,
  type FieldName,
  fieldNames,
  fieldOf,
} from '../experiment/index.ts';

export interface FeaturedExperiment {
  /** Name of its file in public/runs, without the ending. */
  readonly name: string;
  /** Everything but the depth. */
  readonly choices: Choices;
}

/** The paper's Figure 1 at a size that trains while one reads. */
export const featuredTeacher: Choices = {
  data: 'teacher',
  trueRank: 2,
  inputDimension: 10,
  outputDimension: 10,
  points: 100,
  width: 50,
  lambda: 0.03,
};

export const featured: readonly FeaturedExperiment[] = [
  { name: 'paper-s', choices: { data: 'paper-s' } },
  { name: 'three-blobs', choices: { data: 'three-blobs' } },
  { name: 'paper-curve', choices: { data: 'paper-curve' } },
  { name: 'teacher-rank-2', choices: featuredTeacher },
];

/** The deepest network that has a file. */
export const deepest = 32;

/** Fields that change what is seen of a run, or whether a file is used, but not what is learnt. */
function shapesLearning(name: FieldName): boolean {
  const { effect } = fieldOf(name);
  if (effect === 'view' || effect === 'move') return false;
  return name !== 'instant' && name !== 'probes' && name !== 'probeNoise';
}

/** Everything that shapes what an experiment learns, but for its depth and its seed. */
export function recipeOf(experiment: Experiment): Partial<Experiment> {
  const names = fieldNames.filter(
    (name) => shapesLearning(name) && name !== 'depth' && name !== 'seed',
  );
  return Object.fromEntries(names.map((name) => [name, experiment[name]]));
}

/** The featured experiment that learns what this one learns at its depth, if there is one. */
export function featuredLike(experiment: Experiment): FeaturedExperiment | undefined {
  const { depth } = experiment;
  if (depth > deepest) return undefined;
  return featured.find(({ choices }) => {
    const settled = completeExperiment({ ...choices, depth });
    return fieldNames.every((name) => !shapesLearning(name) || settled[name] === experiment[name]);
  });
}

/** How many starts are compared decides what is found, not what is looked for. */
const ofTheSearch = new Set<string>(['starts', 'shortSteps', 'restarts']);

/**
 * Whether training still looks for the same minimum in the same way. Fields that are younger than
 * the recipe have their defaults.
 * @param recipe as `recipeOf` gave it when a file was made
 */
export function sameRecipe(recipe: Partial<Experiment>, experiment: Experiment): boolean {
  return Object.entries(recipe).every(
    ([field, value]) => ofTheSearch.has(field) || experiment[field as keyof Experiment] === value,
  );
}
