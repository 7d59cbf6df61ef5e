/** The project's own engines, as the page opens them. */

import type { EngineName } from '../../../src/engine/engine.ts';
import { engineLoaders } from '../../../src/engine/registry.ts';
import { warmingUp } from '../../../src/engine/schedule.ts';
import { say } from '../../../src/messages/say.ts';
import type { OpenContender } from './contender.ts';

export function engineContender(name: EngineName): OpenContender {
  return async ({ problem, ridge, learningRate, parameters }) => {
    const open = await engineLoaders[name]();
    const engine = await open(
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
    );
    return {
      device: say(engine.device),
      async train(steps) {
        await engine.train(steps);
      },
      async parameters() {
        return (await engine.save()).parameters;
      },
    };
  };
}
