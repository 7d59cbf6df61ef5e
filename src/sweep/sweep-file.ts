/** A sweep as a file: what was asked, where the answers come from, and the answers. */
import * as v from 'valibot';
import { cellResultSchema } from './result.ts';
import { reasonOf, sweepSpecSchema } from './spec.ts';
import { sweepError } from './sweep-error.ts';

/** Of what a page writes. Raised whenever an older page could no longer read it. */
export const sweepFileVersion = 1;
/** Of what the command line writes: with what tells whether the results are of today's experiments. */
export const checkedFileVersion = 2;

export const provenanceSchema = v.strictObject({
  engine: v.string(),
  /** Of the source, as git names it; of all revisions that computed cells, with commas between. */
  revision: v.string(),
  /** ISO 8601. */
  date: v.string(),
  /** The command that made the file. */
  command: v.string(),
  /** What else has to be known of how the results came to be. */
  note: v.optional(v.string()),
});

/** Which experiments the results are of, whatever has become of the defaults since. */
export const experimentsSchema = v.strictObject({
  /** The fields looked at; younger ones did not exist. */
  fields: v.array(v.string()),
  /** As `sweepFingerprint` gave it for the spec. */
  fingerprint: v.string(),
});

export const sweepFileSchema = v.strictObject({
  schema: v.picklist([sweepFileVersion, checkedFileVersion]),
  spec: sweepSpecSchema,
  /** Not in a file that a page wrote, nor where older results are among the others. */
  experiments: v.optional(experimentsSchema),
  provenance: provenanceSchema,
  results: v.array(cellResultSchema),
});

export type Provenance = v.InferOutput<typeof provenanceSchema>;
export type SweepFile = v.InferOutput<typeof sweepFileSchema>;

/**
 * Checks what was read from a file.
 * @throws Error that says what is wrong, and where
 */
export function parseSweepFile(value: unknown): SweepFile {
  const version = v.safeParse(v.object({ schema: v.number() }), value);
  if (version.success && version.output.schema > checkedFileVersion) {
    const versions = { found: version.output.schema, wanted: checkedFileVersion };
    throw sweepError('core.olderSweep', versions);
  }
  const parsed = v.safeParse(sweepFileSchema, value);
  if (parsed.success) return parsed.output;
  throw sweepError('core.notASweep', { reason: reasonOf(parsed.issues) });
}
