/** Everything the page remembers of a run from step to step, for the curves. */
import type { Frame } from './frame.ts';

export interface RunRecord {
  readonly run: number;
  /** Steps done before the first value. */
  readonly firstStep: number;
  readonly dataLoss: Float32Array;
  /** ‖θ‖². */
  readonly parameterNorm: Float32Array;
  /** Steps at which the accuracy was measured, and what it was. */
  readonly accuracySteps: readonly number[];
  readonly accuracy: readonly number[];
}

const none = new Float32Array(0);

export const emptyRecord: RunRecord = {
  run: 0,
  firstStep: 0,
  dataLoss: none,
  parameterNorm: none,
  accuracySteps: [],
  accuracy: [],
};

/**
 * The record with what a frame adds. A frame of another run begins a new record; one that starts
 * before the record's end, as after a divergence, replaces what came after its start.
 */
export function withFrame(record: RunRecord, frame: Frame): RunRecord {
  const { firstStep, dataLoss, parameterNorm } = frame.history;
  const base =
    record.run === frame.run && firstStep >= record.firstStep
      ? record
      : { ...emptyRecord, run: frame.run, firstStep };
  const kept = firstStep - base.firstStep;
  const accuracyKept = base.accuracySteps.filter((step) => step <= firstStep).length;
  return {
    ...base,
    dataLoss: appended(base.dataLoss, kept, dataLoss),
    parameterNorm: appended(base.parameterNorm, kept, parameterNorm),
    accuracySteps: [...base.accuracySteps.slice(0, accuracyKept), frame.step],
    accuracy: [...base.accuracy.slice(0, accuracyKept), frame.accuracy],
  };
}

/** The first `kept` values of `series` and then `part`, in a buffer that grows by doubling. */
function appended(series: Float32Array, kept: number, part: Float32Array): Float32Array {
  const length = kept + part.length;
  if (length * 4 <= series.buffer.byteLength && kept === series.length) {
    new Float32Array(series.buffer).set(part, kept);
    return new Float32Array(series.buffer, 0, length);
  }
  const grown = new Float32Array(Math.max(1024, 2 * length));
  grown.set(series.subarray(0, kept));
  grown.set(part, kept);
  return grown.subarray(0, length);
}
