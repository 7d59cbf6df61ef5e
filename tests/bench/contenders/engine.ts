/** The project's own engines, as the page opens them. */

import type { EngineName } from '../../../src/engine/engine.ts';
import { engineLoaders } from '../../../src/engine/registry.ts';
import { say } from '../../../src/messages/say.ts';
import { taskStart } from '../task-start.ts';
import type { OpenContender } from './contender.ts';

export function engineContender(name: EngineName): OpenContender {
  return async (task) => {
    const open = await engineLoaders[name]();
    const engine = await open(...taskStart(task));
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
