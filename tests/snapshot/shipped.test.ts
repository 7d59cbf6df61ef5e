import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measure, settle } from '../../src/cli/settle.ts';
import { dataLoss } from '../../src/engine/depth/data-loss.ts';
import { optimisationOf } from '../../src/engine/index.ts';
import { problemOf } from '../../src/engine/prepare.ts';
import { completeExperiment, sampleData } from '../../src/experiment/index.ts';
import { decodeSnapshots } from '../../src/snapshot/decode.ts';
import { deepest, featured, featuredLike, sameRecipe } from '../../src/snapshot/featured.ts';
import { settledNetwork } from '../../src/snapshot/index.ts';
import { forward } from '../../src/snapshot/settled-network.ts';

const folder = 'public/runs';
const fileOf = (name: string) => decodeSnapshots(readFileSync(`${folder}/${name}.bin`));
const shipped = featured.filter(({ name }) => existsSync(`${folder}/${name}.bin`));

const everyDepth = Array.from({ length: deepest }, (_, index) => index + 1);

describe('the settled runs that ship', () => {
  it('are those of featured experiments, and small', () => {
    const files = readdirSync(folder);
    expect(files.toSorted()).toEqual(featured.map(({ name }) => `${name}.bin`).toSorted());
    const bytes = files.map((file) => statSync(`${folder}/${file}`).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_000_000);
    // The article shows them before anything else has loaded.
    expect(statSync(`${folder}/paper-s.bin`).size).toBeLessThan(30_000);
  });

  it.each(shipped)(
    '$name: every depth is there, and has the recipe of the page and the loss it claims',
    async ({ choices, name }) => {
      const { states } = fileOf(name);
      expect(states.map(({ depth }) => depth)).toEqual(everyDepth);
      const data = await sampleData(completeExperiment(choices));
      for (const { depth, network, recipe, figures } of states) {
        const experiment = completeExperiment({ ...choices, depth });
        expect(sameRecipe(recipe, experiment), `recipe at depth ${depth}`).toBe(true);
        expect(featuredLike(experiment)?.name).toBe(name);
        const { loss, targets, dims } = problemOf(data, depth, experiment.width);
        const outputs = forward(network, data.inputs).at(-1) ?? [];
        const fit = dataLoss(loss, outputs, targets, dims[depth]);
        const norm = network.parameters.reduce((sum, value) => sum + value * value, 0);
        expect(fit).toBeCloseTo(figures.dataLoss, 5);
        expect(fit + optimisationOf(experiment).ridge * norm).toBeCloseTo(figures.totalLoss, 5);
        expect(norm / depth).toBeCloseTo(figures.normPerLayer, 3);
        expect(figures.bottleneckRank).toBeGreaterThan(0);
      }
    },
  );

  it.each(shipped)('$name: every depth names the revision it was made with', ({ name }) => {
    for (const { made } of fileOf(name).states) {
      const { revision, date, reconstructed } = made;
      const one = '[0-9a-f]{7,40}';
      const range = `(${one})?\\.\\.${one}|${one}`;
      expect(revision).toMatch(new RegExp(`^(${reconstructed ? range : one})(-dirty)?$`));
      expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it.each([
    ['paper-s', 3],
    ['paper-s', 9],
    ['three-blobs', 6],
    ['paper-curve', 3],
    ['teacher-rank-2', 5],
  ])(
    '%s at depth %i: training it again gives the same',
    async (name, depth) => {
      const choices = featured.find((experiment) => experiment.name === name)?.choices ?? {};
      const usual = completeExperiment({ ...choices, depth });
      const state = fileOf(name).states.find((other) => other.depth === depth);
      if (!state) throw new Error('There is no such depth in the file.');
      const { prepared, figures } = await settle({
        ...usual,
        seed: state.seed,
        dataSeed: usual.dataSeed,
      });
      expect(figures.bottleneckRank).toBe(state.figures.bottleneckRank);
      expect(figures.tripoints).toBe(state.figures.tripoints);
      expect(Math.abs(figures.totalLoss / state.figures.totalLoss - 1)).toBeLessThan(0.03);

      // And the file's network, looked at closely, has the figures that it claims.
      const { network, gradientScales } = state;
      const settled = settledNetwork({
        network,
        gradientScales,
        data: prepared.data,
        experiment: usual,
      });
      const again = await measure(settled, network.parameters, prepared, usual);
      expect(again.bottleneckRank).toBe(state.figures.bottleneckRank);
      expect(again.tripoints).toBe(state.figures.tripoints);
      if (prepared.data.kind === 'classes') expect(again.accuracy).toBe(1);
    },
    240_000,
  );
});
