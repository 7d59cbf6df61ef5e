/** What a change from one experiment to another asks of a run. */
import { type Effect, type Experiment, fieldNames, fieldOf } from '../experiment/index.ts';

/** The strongest effect among the fields that differ; `undefined` where none does. */
export function effectOfChange(before: Experiment, after: Experiment): Effect | undefined {
  const effects = new Set(
    fieldNames.filter((name) => before[name] !== after[name]).map((name) => fieldOf(name).effect),
  );
  return (['restart', 'move', 'live', 'view'] as const).find((effect) => effects.has(effect));
}

/** Whether two experiments are trained alike: they differ at most in how they are looked at. */
export function trainsAlike(one: Experiment, other: Experiment): boolean {
  const effect = effectOfChange(one, other);
  return effect === undefined || effect === 'view';
}
