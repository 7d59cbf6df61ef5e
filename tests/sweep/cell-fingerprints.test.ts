import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../src/experiment/index.ts';
import { cellFingerprints, sweepFingerprint } from '../../src/sweep/cell-fingerprints.ts';
import { type Chain, chainsOf } from '../../src/sweep/index.ts';
import { smallSpec } from './results.ts';

const chains = chainsOf(smallSpec);
const prints = cellFingerprints(chains, undefined);

/** The same cells under the same links, had a default been another. */
function withDefault(changes: Partial<Experiment>): Chain[] {
  return chains.map((chain) => ({
    ...chain,
    cells: chain.cells.map((cell) => ({ ...cell, experiment: { ...cell.experiment, ...changes } })),
  }));
}

describe('the fingerprint of a cell', () => {
  it('is its own', () => {
    const cells = chains.flatMap((chain) => chain.cells);
    expect(new Set(prints.values()).size).toBe(cells.length);
  });

  it('tells a changed default from the old one, though the links are the same', () => {
    const after = cellFingerprints(withDefault({ clip: 0.25 }), undefined);
    for (const [key, digits] of prints) expect(after.get(key)).not.toBe(digits);
  });

  it('counts what ranks are measured with, and not how they are shown', () => {
    const threshold = sweepFingerprint(withDefault({ threshold: 0.2 }), undefined);
    expect(threshold).not.toBe(sweepFingerprint(chains, undefined));
    const shown = withDefault({ theme: 'projector', view: 'sweep', engine: 'webgpu' });
    expect(cellFingerprints(shown, undefined)).toEqual(prints);
  });

  it('counts the rule by which runs end early', () => {
    const settle = { within: 0.005, over: 1000, tail: 300 };
    expect(sweepFingerprint(chains, settle)).not.toBe(sweepFingerprint(chains, undefined));
  });

  it('counts on a path where the path comes from, and no more than that', () => {
    const axes = { ...smallSpec.axes, depths: [3, 4] };
    const shorter = cellFingerprints(chainsOf({ ...smallSpec, axes }), undefined);
    const changed = [...shorter].filter(([key, digits]) => prints.get(key) !== digits);
    expect(changed.map(([key]) => key.slice(0, 'grown L=3'.length))).toEqual([
      'grown L=3',
      'grown L=4',
    ]);
  });

  it('can leave out fields that were not there when it was taken', () => {
    const fields = ['data', 'depth', 'seed'];
    const before = sweepFingerprint(chains, undefined, fields);
    expect(sweepFingerprint(withDefault({ clip: 0.25 }), undefined, fields)).toBe(before);
    expect(sweepFingerprint(withDefault({ data: 'moons' }), undefined, fields)).not.toBe(before);
  });
});
