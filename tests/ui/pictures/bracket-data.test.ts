import { describe, expect, it } from 'vitest';
import { completeExperiment } from '../../../src/experiment/defaults.ts';
import type { Frame } from '../../../src/session/frame.ts';
import { emptyRecord } from '../../../src/session/run-record.ts';
import { bracketData, isOutOfOrder } from '../../../src/ui/pictures/bracket-data.ts';

const schatten = { left: 9, right: 10, margin: 1, point: 0, holds: true };

const jacobian = {
  rank: 2,
  counts: [0, 0, 5],
  points: { data: 5, of: 5, grid: 0 },
  spreads: [],
  atRank: [],
  schatten,
};

function frameOf(depth: number, parameterNorm: number): Frame {
  return {
    run: 1,
    depth,
    parameterNorm,
    status: 'running',
    step: 10,
    engine: 'wasm',
    device: '',
    engineReason: '',
    stepsPerSecond: 1,
    dataLoss: 0,
    ridgeLoss: 0,
    accuracy: 1,
    fits: true,
    collapsed: false,
    history: { firstStep: 0, dataLoss: new Float32Array(), parameterNorm: new Float32Array() },
  };
}

/** A run of this depth whose ‖θ‖² went through these values, while 32 layers have just been asked for. */
function shown(depth: number, norms: number[], outdated: boolean) {
  return {
    frame: frameOf(depth, norms.at(-1) ?? Number.NaN),
    record: { ...emptyRecord, run: 1, depth, parameterNorm: Float32Array.from(norms) },
    picture: undefined,
    insight: { run: 1, step: 10, jacobian },
    outdated,
    experiment: completeExperiment({ depth: 32 }),
  };
}

describe('the bracket of a run', () => {
  it('divides a norm by the depth of the network that has it, whatever depth was asked for since', () => {
    const { cost, trail } = bracketData(shown(4, [80, 48], true));
    expect(cost).toBe(12);
    expect(Array.from(trail ?? [])).toEqual([20, 12]);
  });

  it('knows what a settled network pays that has no record yet', () => {
    const { frame, record, ...others } = shown(4, [48], false);
    expect(bracketData({ ...others, frame, record: { ...emptyRecord, run: 1 } }).cost).toBe(12);
  });

  it('holds the bound of a network against no other network', () => {
    expect(bracketData(shown(4, [48], false)).schatten).toEqual({ bound: 9, holds: true });
    expect(bracketData(shown(32, [48], true)).schatten).toBeUndefined();
  });

  it('takes a price that is known without a frame', () => {
    expect(bracketData(shown(4, [], false)).cost).toBeUndefined();
    expect(bracketData(shown(4, [], false), 5).cost).toBe(5);
  });

  it('knows the order in which exact ranks cannot stand', () => {
    const cost = undefined;
    expect(isOutOfOrder({ jacobianRank: 2, bottleneckRank: 1, cost })).toBe(true);
    expect(isOutOfOrder({ jacobianRank: 1, bottleneckRank: 1, cost })).toBe(false);
    expect(isOutOfOrder({ jacobianRank: 1, bottleneckRank: undefined, cost })).toBe(false);
  });
});
