/** How one choice changes the others. */
import { taskOfData } from './data/index.ts';
import { completeExperiment } from './defaults.ts';
import { type Choices, type Experiment, type FieldName, fieldNames, fieldOf } from './schema.ts';

export type Changes = { readonly [Name in FieldName]?: Experiment[Name] | undefined };

/** Whether a choice means the same whatever the task is, or was too much work to be lost with it. */
function outlivesTask(name: FieldName): boolean {
  return name === 'seed' || name === 'ownPoints' || fieldOf(name).group === 'page';
}

/**
 * The choices after some changes; `undefined` gives a field back to its default. The newest word
 * counts: data of another task bring their task with them, and with a new task come its own
 * defaults, since a ridge or a depth chosen for one task means nothing for another.
 */
export function withChanges(choices: Choices, changes: Changes): Choices {
  const before = completeExperiment(choices).task;
  const after = changes.task ?? (changes.data === undefined ? before : taskOfData(changes.data));
  const kept: [string, unknown][] = fieldNames
    .filter((name) => after === before || outlivesTask(name))
    .map((name) => [name, choices[name]]);
  const merged: Changes = { ...Object.fromEntries(kept), ...changes };
  const { task, ...others } = merged;
  const consistent =
    others.data !== undefined && taskOfData(others.data) !== task ? others : merged;
  return Object.fromEntries(
    Object.entries(consistent).filter(([, value]) => value !== undefined),
  ) as Choices;
}
