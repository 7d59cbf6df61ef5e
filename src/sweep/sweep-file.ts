/** A sweep as a file: what was asked, where the answers come from, and the answers. */
import * as v from 'valibot';
import { sweepText } from '../messages/sweep.ts';
import { cellResultSchema } from './result.ts';
import { reasonOf, sweepSpecSchema } from './spec.ts';

/** Raised whenever an older page could no longer read the file. */
export const sweepFileVersion = 1;

export const provenanceSchema = v.strictObject({
  engine: v.string(),
  /** Of the source, as git names it. */
  revision: v.string(),
  /** ISO 8601. */
  date: v.string(),
  /** The command that made the file. */
  command: v.string(),
});

export const sweepFileSchema = v.strictObject({
  schema: v.literal(sweepFileVersion),
  spec: sweepSpecSchema,
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
  if (version.success && version.output.schema !== sweepFileVersion) {
    const versions = { found: version.output.schema, wanted: sweepFileVersion };
    throw new Error(sweepText('core.olderSweep', versions));
  }
  const parsed = v.safeParse(sweepFileSchema, value);
  if (parsed.success) return parsed.output;
  throw new Error(sweepText('core.notASweep', { reason: reasonOf(parsed.issues) }));
}
