/** Undo and redo of what was chosen. A drag passes through many values and is one step of them. */
import { type Choices, type FieldName, fieldNames } from '../experiment/index.ts';

/** What belongs to the page and not to the experiment is neither undone nor reset. */
const ofThePage: readonly FieldName[] = ['view', 'language', 'theme'];

/** Changes of the same fields within this time, in milliseconds, are one step. */
const pause = 800;
const longest = 200;

export interface ChoicesHistory {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /**
   * Remembers a change. Changes with the same gesture are one step, and so are changes of the
   * same fields in quick succession where no gesture is named.
   */
  record(before: Choices, after: Choices, gesture?: string): void;
  /** The choices one step back, or forth; undefined where there is none. */
  undo(present: Choices): Choices | undefined;
  redo(present: Choices): Choices | undefined;
}

export function rememberChoices(now: () => number): ChoicesHistory {
  const past: Choices[] = [];
  let future: Choices[] = [];
  let last = { kind: '', time: Number.NEGATIVE_INFINITY };
  const turn = (from: Choices[], to: Choices[], present: Choices) => {
    const next = from.pop();
    if (!next) return undefined;
    to.push(present);
    last = { kind: '', time: Number.NEGATIVE_INFINITY };
    return withPageOf(next, present);
  };
  return {
    get canUndo() {
      return past.length > 0;
    },
    get canRedo() {
      return future.length > 0;
    },
    record(before, after, gesture) {
      const changed = fieldNames.filter(
        (name) => before[name] !== after[name] && !ofThePage.includes(name),
      );
      if (changed.length === 0) return;
      const kind = gesture ?? changed.join(' ');
      const time = now();
      const goesOn =
        kind === last.kind &&
        (gesture !== undefined || time - last.time < pause) &&
        past.length > 0;
      last = { kind, time };
      future = [];
      if (goesOn) return;
      past.push(before);
      if (past.length > longest) past.shift();
    },
    undo: (present) => turn(past, future, present),
    redo: (present) => turn(future, past, present),
  };
}

/** The choices of an experiment, on the page as it is now. */
export function withPageOf(choices: Choices, present: Choices): Choices {
  const isOfThePage = ([name]: [string, unknown]) => ofThePage.some((field) => field === name);
  return Object.fromEntries([
    ...Object.entries(choices).filter((entry) => !isOfThePage(entry)),
    ...Object.entries(present).filter(isOfThePage),
  ]) as Choices;
}
