import type { OpenEngine } from '../../src/engine/engine.ts';
import { warmingUp } from '../../src/engine/schedule.ts';
import type { Task } from './sizes.ts';

/** What an engine of this project is opened with to do a task. */
export function taskStart(task: Task): Parameters<OpenEngine> {
  const { problem, ridge, learningRate, parameters } = task;
  return [
    problem,
    {
      learningRate,
      schedule: 'constant',
      stepBudget: 1e6,
      ridge,
      warmUpShare: 1,
      warmUpLoss: 0,
      rampSteps: 0,
      clipNorm: 0,
    },
    {
      step: 0,
      rampStart: warmingUp,
      parameters,
      firstMoment: new Float32Array(parameters.length),
      secondMoment: new Float32Array(parameters.length),
    },
  ];
}
