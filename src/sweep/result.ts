/** What is kept of one finished cell. */
import * as v from 'valibot';
import { pathNames } from './spec.ts';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

export const cellResultSchema = v.strictObject({
  /** Of the cell; see cells.ts. */
  key: v.string(),
  /** The query of a link that opens the experiment. */
  query: v.string(),
  path: v.picklist(pathNames),
  depth: whole,
  points: whole,
  lambda: v.number(),
  width: whole,
  dataSeed: whole,
  seed: whole,
  /** Optimiser steps of this cell, those of losing short starts not included. */
  steps: whole,
  /** Null where the run diverged, as are the next two. */
  dataLoss: v.nullable(v.number()),
  /** ‖θ‖². */
  parameterNorm: v.nullable(v.number()),
  /** Data loss plus the full ridge. */
  totalLoss: v.nullable(v.number()),
  /** At the experiment's threshold, of centred activations; 0 where the run collapsed or diverged. */
  bottleneckRank: whole,
  /** The hidden layer ℓ where that rank is attained first; 0 where there is none. */
  bottleneckLayer: whole,
  /** Largest numerical rank of the Jacobians at the training points. */
  jacobianRank: whole,
  /** Classification only. */
  tripoints: v.optional(whole),
  accuracy: v.optional(v.number()),
  /** Teacher: mean squared error on new points; curve and digits: what is left of the noise, as a share. */
  testError: v.optional(v.number()),
  /** All outputs the same on the training points. */
  collapsed: v.boolean(),
  diverged: v.boolean(),
  /** Whether the run ended early because nothing changed any more. */
  settled: v.boolean(),
  /** Computing time of this cell on the machine that measured it. */
  seconds: v.number(),
});

export type CellResult = v.InferOutput<typeof cellResultSchema>;
