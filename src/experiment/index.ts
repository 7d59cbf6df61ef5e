/**
 * What to run: the schema that describes a run completely, its defaults, its form as a link, and
 * the seeded data of its three tasks. It runs nothing and draws nothing. In come a link's query or the choices
 * of a control; out goes an `Experiment` that an engine can be prepared for.
 */
export { type Changes, withChanges } from './choose.ts';
export { formatComparison, type ParsedComparison, parseComparison } from './comparison.ts';
export * from './data/index.ts';
export { completeExperiment, pointsOf } from './defaults.ts';
export { type EngineName, engineNames } from './engine-names.ts';
export type { ChoiceField, Effect, Field, Group, NumberField, TextField } from './field.ts';
export * from './own-data/index.ts';
export { decodeGreyPng, type GreyImage } from './png.ts';
export { type PresetName, presetGroups, presets } from './presets.ts';
export { evenProbes, gridProbes, noisyCopy } from './probes.ts';
export {
  formatQuery,
  type ParsedQuery,
  parseQuery,
  type QueryNotice,
  withOtherChoices,
} from './query.ts';
export { type Random, randomStream } from './random.ts';
export { type Choices, type Experiment, type FieldName, fieldNames, fieldOf } from './schema.ts';
export { experimentOfStart, startsShallower } from './shallow-start.ts';
export { helpOf, titleOf, titleOfGroup, titleOfValue } from './titles.ts';
