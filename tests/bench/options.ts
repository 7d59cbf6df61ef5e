import { type EntryName, entryNames, isEntryName } from './contenders/index.ts';
import { sizes } from './sizes.ts';

export interface RunOptions {
  readonly only: readonly EntryName[];
  /** Indices into `sizes`. */
  readonly sizes: readonly number[];
  /** Whether it is everything: only then is anything written. */
  readonly full: boolean;
}

export const usage = `Usage: npm run bench -- [--only NAME,…] [--sizes INDEX,…]
Names: ${entryNames.join(', ')}.
Sizes: ${sizes.map(({ name }, index) => `${index} is ${name}`).join(', ')}.
With either option it is a quick look, and nothing is written.`;

/** Throws an Error with a message for people where the arguments make no sense. */
export function parseOptions(args: readonly string[]): RunOptions {
  const options = { only: entryNames, sizes: sizes.map((_, index) => index) };
  for (let i = 0; i < args.length; i += 2) {
    const values = (args[i + 1] ?? '').split(',');
    if (args[i] === '--only') {
      const unknown = values.find((name) => !isEntryName(name));
      if (unknown !== undefined) throw new Error(`There is no contender “${unknown}”.\n${usage}`);
      options.only = values.filter(isEntryName);
    } else if (args[i] === '--sizes') {
      const wrong = values.find((value) => value === '' || !(Number(value) in sizes));
      if (wrong !== undefined) throw new Error(`There is no size “${wrong}”.\n${usage}`);
      options.sizes = values.map(Number);
    } else {
      throw new Error(`There is no option “${args[i]}”.\n${usage}`);
    }
  }
  return { ...options, full: args.length === 0 };
}
