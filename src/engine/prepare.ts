/** From an experiment to what an engine needs: the problem, how to minimise it, and the start. */
import {
  type DataSet,
  dataFamilies,
  type Experiment,
  randomStream,
  sampleDataSet,
} from '../experiment/index.ts';
import type { TrainingState } from './engine.ts';
import { initialParameters } from './initialise.ts';
import type { Optimisation, Problem } from './problem.ts';
import { warmingUp } from './schedule.ts';

export interface PreparedRun {
  readonly data: DataSet;
  readonly problem: Problem;
  readonly optimisation: Optimisation;
  readonly start: TrainingState;
}

/** Draws the data and the initial weights of an experiment. The same experiment gives the same bytes everywhere. */
export function prepareRun(experiment: Experiment): PreparedRun {
  const { data: name, points, noise, seed } = experiment;
  const data = sampleDataSet(dataFamilies[name], points, noise, randomStream(seed, `data/${name}`));
  const problem = classificationProblem(data, experiment.depth, experiment.width);
  const parameters = initialParameters(problem.dims, experiment, randomStream(seed, 'weights'));
  return {
    data,
    problem,
    optimisation: optimisationOf(experiment),
    start: {
      step: 0,
      rampStart: warmingUp,
      parameters,
      firstMoment: new Float32Array(parameters.length),
      secondMoment: new Float32Array(parameters.length),
    },
  };
}

/** The problem of telling the classes of a data set apart with a network of this depth and width. */
export function classificationProblem(data: DataSet, depth: number, width: number): Problem {
  const { inputs, labels, classCount } = data;
  const targets = new Float32Array(labels.length * classCount);
  for (const [point, label] of labels.entries()) targets[point * classCount + label] = 1;
  const hidden = Array.from({ length: depth - 1 }, () => width);
  return { dims: [2, ...hidden, classCount], loss: 'cross-entropy', inputs, targets };
}

/** The part of an experiment that may change while it runs. */
export function optimisationOf(experiment: Experiment): Optimisation {
  return {
    learningRate: experiment.learningRate,
    schedule: experiment.schedule,
    stepBudget: experiment.steps,
    ridge:
      experiment.ridge === 'per-depth' ? experiment.lambda / experiment.depth : experiment.lambda,
    warmUpShare: experiment.warmUp,
    warmUpLoss: experiment.warmUpLoss,
    rampSteps: experiment.ramp,
    clipNorm: experiment.clip,
  };
}
