import { type EntryName, entryNames, isEntryName } from './contenders/index.ts';
import { sizes } from './sizes.ts';

/** What there is to measure: the contenders on every size, and what else the bars are about. */
export const parts = [
  'sizes',
  'roofline',
  'encoding',
  'figure2',
  'endurance',
  'spectra',
  'stall',
  'visits',
] as const;
export type Part = (typeof parts)[number];

export interface RunOptions {
  readonly only: readonly EntryName[];
  /** Indices into `sizes`. */
  readonly sizes: readonly number[];
  readonly parts: readonly Part[];
  /** Whether it is everything: only then is anything written. */
  readonly full: boolean;
}

export const usage = `Usage: npm run bench -- [--only NAME,…] [--sizes INDEX,…] [--parts PART,…]
Names: ${entryNames.join(', ')}.
Sizes: ${sizes.map(({ name }, index) => `${index} is ${name}`).join(', ')}.
Parts: ${parts.join(', ')}; with one of the other options, sizes alone.
With any option it is a quick look, and nothing is written.`;

/** What the options say, while they are being read. */
type Chosen = { -readonly [Key in Exclude<keyof RunOptions, 'full'>]: RunOptions[Key] };

function isPart(name: string): name is Part {
  return (parts as readonly string[]).includes(name);
}

/** Throws an Error with a message for people where the arguments make no sense. */
export function parseOptions(args: readonly string[]): RunOptions {
  const options: Chosen = {
    only: entryNames,
    sizes: sizes.map((_, index) => index),
    parts: args.length === 0 ? parts : ['sizes'],
  };
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
    } else if (args[i] === '--parts') {
      const unknown = values.find((name) => !isPart(name));
      if (unknown !== undefined) throw new Error(`There is no part “${unknown}”.\n${usage}`);
      options.parts = values.filter(isPart);
    } else {
      throw new Error(`There is no option “${args[i]}”.\n${usage}`);
    }
  }
  return { ...options, full: args.length === 0 };
}
