/** From an experiment to what an engine needs: the problem, how to minimise it, and the start. */
import {
  type DataSet,
  type Experiment,
  experimentOfStart,
  sampleData,
  startsShallower,
} from '../experiment/index.ts';
import type { TrainingState } from './engine.ts';
import { freshStart } from './fresh-start.ts';
import type { Optimisation, Problem } from './problem.ts';

export interface PreparedRun {
  readonly data: DataSet;
  readonly problem: Problem;
  readonly optimisation: Optimisation;
  readonly start: TrainingState;
}

/**
 * Draws the data and the initial weights that a fresh run of an experiment begins with: those of
 * fewer layers where it is to grow. The same experiment gives the same bytes everywhere.
 * @throws Error where the data have to be read from a file and cannot be
 */
export async function prepareRun(experiment: Experiment): Promise<PreparedRun> {
  return preparedOn(await sampleData(experiment), experiment);
}

/** The same on data that are drawn already. */
export function preparedOn(data: DataSet, experiment: Experiment): PreparedRun {
  const first = experimentOfStart(experiment);
  const problem = problemOf(data, first.depth, first.width);
  return {
    data,
    problem,
    optimisation: optimisationOf(first),
    start: freshStart(problem.dims, first, 0),
  };
}

/** Whether a network of this problem still has fewer layers than its experiment asks for. */
export function isToGrow({ dims }: Problem, experiment: Experiment): boolean {
  return startsShallower(experiment) && dims.length - 1 === experiment.startDepth;
}

/** How a run is trained that is at this problem now: as its starts are, until it has grown. */
export function optimisationAt(problem: Problem, experiment: Experiment): Optimisation {
  return optimisationOf(isToGrow(problem, experiment) ? experimentOfStart(experiment) : experiment);
}

/** What is asked of a network of this depth and width on these data: classes by cross-entropy, everything else by the squared error. */
export function problemOf(data: DataSet, depth: number, width: number): Problem {
  const hidden = Array.from({ length: depth - 1 }, () => width);
  const { inputs } = data;
  switch (data.kind) {
    case 'classes': {
      const { labels, classCount } = data;
      const targets = new Float32Array(labels.length * classCount);
      for (const [point, label] of labels.entries()) targets[point * classCount + label] = 1;
      return { dims: [2, ...hidden, classCount], loss: 'cross-entropy', inputs, targets };
    }
    case 'teacher': {
      const { inputDimension, outputDimension, targets } = data;
      return { dims: [inputDimension, ...hidden, outputDimension], loss: 'mse', inputs, targets };
    }
    case 'curve':
      return { dims: [2, ...hidden, 2], loss: 'mse', inputs, targets: inputs };
    case 'digits': {
      const pixels = data.side ** 2;
      return { dims: [pixels, ...hidden, pixels], loss: 'mse', inputs, targets: inputs };
    }
  }
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
