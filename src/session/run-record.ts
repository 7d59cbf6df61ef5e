/** What the page remembers of a run from step to step, for the curves. */
import type { Frame } from './frame.ts';

/** The curves of a run; the arrays are of one length and belong together entry by entry. */
export interface RunRecord {
  readonly run: number;
  /** Layers of its network, by which ‖θ‖² is to be divided. */
  readonly depth: number;
  /** Every so many steps one is kept: 1 at first, doubled whenever the record grows too long. */
  readonly stride: number;
  /** Steps done before the values were measured. */
  readonly steps: Float64Array;
  readonly dataLoss: Float32Array;
  /** ‖θ‖². */
  readonly parameterNorm: Float32Array;
  /** Share of points classified rightly, as of the frame that brought the entry; NaN where there are no classes. */
  readonly accuracy: Float32Array;
}

/** More entries than the widest screen has pixels add nothing but work. */
const longest = 8192;

export const emptyRecord: RunRecord = {
  run: 0,
  depth: 1,
  stride: 1,
  steps: new Float64Array(0),
  dataLoss: new Float32Array(0),
  parameterNorm: new Float32Array(0),
  accuracy: new Float32Array(0),
};

/**
 * The record with what a frame adds. A frame of another run begins a new record; one that starts
 * before the record's end, as after a divergence, replaces what came after its start.
 */
export function withFrame(record: RunRecord, frame: Frame): RunRecord {
  const { run, depth } = frame;
  const base = record.run === run ? record : { ...emptyRecord, run, depth };
  const { firstStep, dataLoss, parameterNorm } = frame.history;
  let kept = base.steps.length;
  while (kept > 0 && base.steps[kept - 1] >= firstStep) kept--;

  const { stride } = base;
  const firstMultiple = (stride - (firstStep % stride)) % stride;
  const count = Math.max(0, Math.ceil((dataLoss.length - firstMultiple) / stride));
  const steps = new Float64Array(kept + count);
  const joined = {
    dataLoss: new Float32Array(kept + count),
    parameterNorm: new Float32Array(kept + count),
    accuracy: new Float32Array(kept + count).fill(frame.accuracy ?? Number.NaN, kept),
  };
  steps.set(base.steps.subarray(0, kept));
  joined.dataLoss.set(base.dataLoss.subarray(0, kept));
  joined.parameterNorm.set(base.parameterNorm.subarray(0, kept));
  joined.accuracy.set(base.accuracy.subarray(0, kept));
  for (let i = 0; i < count; i++) {
    const offset = firstMultiple + i * stride;
    steps[kept + i] = firstStep + offset;
    joined.dataLoss[kept + i] = dataLoss[offset];
    joined.parameterNorm[kept + i] = parameterNorm[offset];
  }
  const whole: RunRecord = { run, depth, stride, steps, ...joined };
  return whole.steps.length > longest ? thinned(whole) : whole;
}

/** Every second step of the record, until it is short enough. */
function thinned(record: RunRecord): RunRecord {
  const stride = 2 * record.stride;
  const keep = (_: number, index: number) => record.steps[index] % stride === 0;
  const half: RunRecord = {
    ...record,
    stride,
    steps: record.steps.filter(keep),
    dataLoss: record.dataLoss.filter(keep),
    parameterNorm: record.parameterNorm.filter(keep),
    accuracy: record.accuracy.filter(keep),
  };
  return half.steps.length > longest ? thinned(half) : half;
}
