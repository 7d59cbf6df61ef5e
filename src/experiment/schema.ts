/**
 * The one description of a run, made of the fields in fields/. Defaults are in defaults.ts, because
 * some depend on other fields.
 */
import * as v from 'valibot';
import type { Field } from './field.ts';
import { dataFields } from './fields/data.ts';
import { networkFields } from './fields/network.ts';
import { optimiserFields } from './fields/optimiser.ts';
import { pageFields } from './fields/page.ts';
import { regularisationFields } from './fields/regularisation.ts';
import { startFields } from './fields/start.ts';

export const experimentSchema = v.object({
  ...dataFields,
  ...networkFields,
  ...regularisationFields,
  ...optimiserFields,
  ...startFields,
  ...pageFields,
});

/** A run, completely described. */
export type Experiment = v.InferOutput<typeof experimentSchema>;
export type FieldName = keyof Experiment;
/** What somebody chose; every field left out takes its default. */
export type Choices = Partial<Experiment>;

export const fieldNames = Object.keys(experimentSchema.entries) as FieldName[];

/** Title, help, range and effect of a field. */
export function fieldOf(name: FieldName): Field {
  return v.getMetadata(experimentSchema.entries[name]).field as Field;
}
