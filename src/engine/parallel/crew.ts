/** The helpers of one engine: started together, told together, ended together. */
import { ExplainedError, type ReferenceValue, refer } from '../../messages/reference.ts';
import type { Assignment, FromHelper, Helper, ToHelper } from './messages.ts';

/** A helper's code is a small download, and its worker a thread to start. */
const startMilliseconds = 5000;

export type SpawnHelper = () => Helper;

export class Crew {
  private readonly helpers: Helper[] = [];

  private constructor(private readonly onLoss: (reason: ReferenceValue) => void) {}

  /**
   * Starts a helper for every assignment.
   * @param onLoss called when one fails later on
   * @throws Error with the reason where one of them cannot be started in time
   */
  static async start(
    spawn: SpawnHelper,
    assignments: readonly Assignment[],
    onLoss: (reason: ReferenceValue) => void,
  ): Promise<Crew> {
    const crew = new Crew(onLoss);
    try {
      await Promise.all(assignments.map((assignment) => crew.hire(spawn, assignment)));
    } catch (error) {
      crew.dismiss();
      throw error;
    }
    return crew;
  }

  tell(message: ToHelper): void {
    for (const helper of this.helpers) helper.postMessage(message, []);
  }

  dismiss(): void {
    for (const helper of this.helpers) helper.terminate();
    this.helpers.length = 0;
  }

  private hire(spawn: SpawnHelper, assignment: Assignment): Promise<void> {
    const helper = spawn();
    this.helpers.push(helper);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new ExplainedError(refer('engines', 'helper.silent'))),
        startMilliseconds,
      );
      const settle = (outcome: () => void) => {
        clearTimeout(timer);
        outcome();
      };
      const fail = (reason: ReferenceValue) => {
        settle(() => reject(new ExplainedError(reason)));
        this.onLoss(reason);
      };
      helper.onerror = (event) => fail(event.message || refer('engines', 'helper.noCode'));
      helper.onmessage = ({ data }: MessageEvent<FromHelper>) => {
        switch (data.kind) {
          case 'started':
            helper.postMessage({ kind: 'open', assignment }, [...assignment.ports]);
            break;
          case 'ready':
            settle(resolve);
            break;
          case 'failed':
            fail(data.reason);
        }
      };
    });
  }
}
