import '../engine/wasm/built.ts';
import { describe, expect, it } from 'vitest';
import { bottleneckLine, coordinatesOn } from '../../src/analysis/representation/index.ts';
import { prepareRun } from '../../src/engine/prepare.ts';
import { openWasm } from '../../src/engine/wasm/index.ts';
import { type Choices, completeExperiment } from '../../src/experiment/index.ts';
import { groupsOf } from '../../src/session/groups.ts';
import { type InsightMemory, takeInsight } from '../../src/session/insight.ts';

const clock = { now: () => performance.now(), breathe: async () => {} };

/** A closer look at a network that has been trained for a while. */
async function look(choices: Choices, thorough: boolean) {
  const experiment = completeExperiment({ width: 16, points: 60, starts: 1, ...choices });
  const { data, problem, optimisation, start } = await prepareRun(experiment);
  const engine = await openWasm(problem, optimisation, start);
  await engine.train(400);
  const spectra = await engine.spectra({ centred: true });
  const { threshold } = experiment;
  const subject = { run: 1, step: 400, data, spectra, threshold, before: undefined, thorough };
  const insight = await takeInsight(
    engine,
    subject,
    { jacobian: true, representation: true },
    clock,
  );
  return { data, insight, engine, subject };
}

describe('a closer look', () => {
  it.each<[Choices, number]>([
    [{ data: 'moons', depth: 3 }, 2304],
    [{ data: 'circle', depth: 3 }, 2304],
    [{ data: 'teacher', depth: 3, inputDimension: 6, outputDimension: 5, trueRank: 2 }, 0],
  ])(
    'takes the Jacobians at all data points and, in the plane, on a grid, within the Schatten bound (%j)',
    async (choices, grid) => {
      const { insight, data } = await look(choices, true);
      const { jacobian, representation } = insight;
      expect(jacobian?.points).toEqual({ data: 60, of: 60, grid });
      expect(jacobian?.counts.reduce((sum, count) => sum + count, 0)).toBe(60 + grid);
      expect(jacobian?.schatten.holds).toBe(true);
      expect(jacobian?.rank).toBeGreaterThan(0);
      expect(jacobian?.fibres === undefined).toBe(data.kind !== 'classes');
      expect(representation?.plane).toHaveLength(120);
      expect(representation?.groups.labels).toHaveLength(60);
      expect(representation?.line).toHaveLength(data.kind === 'classes' ? 60 : 0);
    },
  );

  it('takes fewer Jacobians of many inputs while training goes on', async () => {
    const choices = { data: 'teacher', depth: 2, inputDimension: 4, outputDimension: 3 } as const;
    const { insight } = await look(choices, false);
    expect(insight.jacobian?.points).toEqual({ data: 8, of: 60, grid: 0 });
    expect(insight.jacobian?.counts.reduce((sum, count) => sum + count, 0)).toBe(8);
  });

  it('takes the Jacobians of small digits too, at rest', async () => {
    const choices = { data: 'digits', depth: 2, imageSide: '7', points: 100 } as const;
    const { insight } = await look(choices, true);
    const { data, of, grid } = insight.jacobian?.points ?? { data: 0, of: 0, grid: 0 };
    expect([of, grid]).toEqual([100, 0]);
    expect(data).toBe(100);
  });

  it('tells how the singular values are spread, and what they are where the rank is largest', async () => {
    const choices = { data: 'teacher', depth: 2, inputDimension: 4, outputDimension: 3 } as const;
    const { insight } = await look(choices, true);
    const { spreads = [], atRank = [], rank = 0 } = insight.jacobian ?? {};
    expect([spreads.length, atRank.length]).toEqual([3, 3]);
    for (const [index, value] of atRank.entries()) {
      expect(value).toBeGreaterThanOrEqual(spreads[index].least);
      expect(value).toBeLessThanOrEqual(spreads[index].largest);
      expect(value > 0.1 * atRank[0]).toBe(index < rank);
    }
  });

  it('measures nothing anew where only the threshold has changed', async () => {
    const memory: InsightMemory = {};
    const { subject, engine } = await look({ data: 'moons', depth: 3 }, true);
    const watch = { jacobian: true, representation: true };
    const first = await takeInsight(engine, { ...subject, memory }, watch, clock);
    const unread = {
      problem: engine.problem,
      activations: engine.activations.bind(engine),
      save: () => Promise.reject(new Error('The parameters were read again.')),
    };
    const again = { ...subject, memory, threshold: 0.9 };
    const second = await takeInsight(unread, again, watch, clock);
    expect(second.jacobian?.schatten).toEqual(first.jacobian?.schatten);
    expect(second.jacobian?.fibres).toEqual(first.jacobian?.fibres);
    expect(second.jacobian?.counts).not.toEqual(first.jacobian?.counts);
  });

  it('knows where any place of the plane lies on the line', async () => {
    const { insight, subject, engine } = await look({ data: 'moons', depth: 3 }, true);
    const { linePlaces, lineLayer, line } = insight.representation ?? {};
    if (!linePlaces || !lineLayer || !line) throw new Error('A classifier at rest has a line.');
    expect(linePlaces).toHaveLength(2304);
    // The first vertex is the lower left corner.
    const corner = await engine.activations(Float32Array.of(-3, -3));
    const activations = await engine.activations(subject.data.inputs);
    const { labels } = groupsOf(subject.data);
    const found = bottleneckLine(activations[lineLayer - 1], 16, labels, line);
    const place = coordinatesOn(found, corner[lineLayer - 1]);
    expect(linePlaces[0]).toBeCloseTo(place[0], 4);
  });
});

/** The class that a network gives to what its layer `from` hands on, by the letter of the definition. */
function classOf(dims: readonly number[], parameters: Float32Array, from: number, at: number[]) {
  let offset = 0;
  let values = at;
  for (let layer = 0; layer + 1 < dims.length; layer++) {
    const [fanIn, fanOut] = [dims[layer], dims[layer + 1]];
    const biases = offset + fanIn * fanOut;
    if (layer >= from) {
      const sums = Array.from({ length: fanOut }, (_, j) =>
        values.reduce((sum, value, i) => sum + value * parameters[offset + i * fanOut + j], 0),
      );
      const isLast = layer + 2 === dims.length;
      values = sums.map((sum, j) => {
        const output = sum + parameters[biases + j];
        return isLast ? output : Math.max(0, output);
      });
    }
    offset = biases + fanOut;
  }
  return values.indexOf(Math.max(...values));
}

describe('the cuts of the line', () => {
  it('are where the layers after it change their minds, over all that the domain reaches', async () => {
    const { engine, subject } = await look({ data: 'moons', depth: 3 }, true);
    const watch = { jacobian: false, representation: true };
    // Above every other singular value the rank is one.
    const { representation } = await takeInsight(
      engine,
      { ...subject, threshold: 0.999 },
      watch,
      clock,
    );
    const { lineStretches = [], lineLayer = 0, line, linePlaces } = representation ?? {};
    if (!line || !linePlaces) throw new Error('A classifier at rest has a line.');
    expect(new Set(lineStretches.map((stretch) => stretch.class)).size).toBe(2);
    expect(lineStretches[0].from).toBeCloseTo(Math.min(...line, ...linePlaces), 4);
    expect(lineStretches.at(-1)?.to).toBeCloseTo(Math.max(...line, ...linePlaces), 4);
    lineStretches.slice(1).forEach(({ from }, k) => {
      expect(from).toBe(lineStretches[k].to);
    });

    const { parameters } = await engine.save();
    const activations = (await engine.activations(subject.data.inputs))[lineLayer - 1];
    const { labels } = groupsOf(subject.data);
    const { mean, direction } = bottleneckLine(activations, 16, labels, line);
    for (const { class: label, from, to } of lineStretches) {
      const middle = Array.from(mean, (value, j) => value + ((from + to) / 2) * direction[j]);
      expect(classOf(engine.problem.dims, parameters, lineLayer, middle)).toBe(label);
    }
  });

  it('are not asked for where the narrowest layer has more directions than the line', async () => {
    const { engine, subject } = await look({ data: 'moons', depth: 3 }, true);
    const watch = { jacobian: false, representation: true };
    const { representation } = await takeInsight(
      engine,
      { ...subject, threshold: 1e-6 },
      watch,
      clock,
    );
    expect(representation?.linePlaces).toBeDefined();
    expect(representation?.lineStretches).toBeUndefined();
  });
});

describe('groups of points', () => {
  it('are quarters of a curve in its order', async () => {
    const { data } = await look({ data: 'line', depth: 2 }, false);
    if (data.kind !== 'curve') throw new Error('A line is a curve.');
    const { labels, count, by } = groupsOf(data);
    expect([by, count]).toEqual(['curve', 4]);
    for (let group = 0; group < 4; group++) {
      expect(labels.filter((label) => label === group)).toHaveLength(15);
    }
    // Along a straight line each quarter ends before the next begins.
    const along = (group: number) =>
      [...labels].flatMap((label, n) => (label === group ? [data.inputs[2 * n]] : []));
    const rises = Math.max(...along(0)) <= Math.min(...along(3));
    const falls = Math.min(...along(0)) >= Math.max(...along(3));
    expect(rises || falls).toBe(true);
  });

  it('are the classes where there are any', async () => {
    const { data } = await look({ data: 'moons', depth: 2 }, false);
    if (data.kind !== 'classes') throw new Error('The moons have classes.');
    expect(groupsOf(data)).toEqual({ by: 'class', labels: data.labels, count: 2 });
  });
});
