import { describe, expect, it } from 'vitest';
import { formatReport } from '../../src/cli/format-report.ts';
import { runExperiment } from '../../src/cli/run-experiment.ts';
import type { Choices } from '../../src/experiment/index.ts';

const small: Choices = { depth: 2, width: 8, points: 20, steps: 100, engine: 'wasm' };

describe('the report of an experiment', () => {
  it.each([
    [{ data: 'moons' }, ['accuracy', 'tripoints', 'adjacency', 'regions']],
    [{ data: 'teacher' }, ['true rank', 'training error', 'test error', 'nonlinearity']],
    [{ data: 'two-arcs' }, ['distance ratio']],
    [{ data: 'digits', imageSide: '7' }, ['error left']],
  ] as const)('on %j says what its task asks', async (choices, names) => {
    const report = await runExperiment({ ...small, ...choices });
    const text = formatReport(report);
    for (const name of names) expect(text).toMatch(new RegExp(`^${name} +\\S`, 'm'));
    expect(text).toContain('100 at');
    expect(JSON.parse(JSON.stringify(report)).findings.kind).toBe(report.findings.kind);
  });

  it('of a run that diverged says so and claims nothing else', async () => {
    const report = await runExperiment({
      ...small,
      data: 'line',
      learningRate: 0.1,
      init: 'he',
      gain: 3,
      clip: 0,
      width: 32,
      depth: 40,
    });
    expect(report.diverged).toBe(true);
    expect(report.findings).toEqual({ kind: 'none' });
    expect(formatReport(report)).toContain('diverged');
  });
});
