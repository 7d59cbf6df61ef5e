/** Command lines that cannot be read. */
import { reasonOf } from '../messages/reference.ts';
import { say } from '../messages/say.ts';

/** What `read` makes of a command line; undefined where it throws, after the reason and the usage have been said. */
export function readOrExplain<Options>(read: () => Options, usage: string): Options | undefined {
  try {
    return read();
  } catch (error) {
    console.error(`${say(reasonOf(error))}\n\n${usage}`);
    return undefined;
  }
}
