import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { distanceToCurve } from '../../src/analysis/distance-to-curve.ts';
import {
  type CurveData,
  completeExperiment,
  dataOfTask,
  sampleData,
} from '../../src/experiment/index.ts';

async function draw(choices: Parameters<typeof completeExperiment>[0]): Promise<CurveData> {
  const data = await sampleData(completeExperiment(choices));
  if (data.kind !== 'curve') throw new Error('These are no curve.');
  return data;
}

describe.each(dataOfTask.autoencoder.filter((name) => name !== 'digits'))(
  'the curve %s',
  (name) => {
    it('has its points on it, in the square, as many as asked for', async () => {
      const { inputs, curve } = await draw({ data: name, points: 101 });
      expect(inputs).toHaveLength(202);
      for (let i = 0; i < inputs.length; i += 2) {
        expect(distanceToCurve(inputs[i], inputs[i + 1], curve)).toBeLessThan(5e-3);
      }
      expect(Math.max(...inputs.map(Math.abs))).toBeLessThanOrEqual(1);
    });

    it('scatters its points around it when there is noise', async () => {
      const { inputs, curve } = await draw({ data: name, noise: 0.05 });
      let squares = 0;
      for (let i = 0; i < inputs.length; i += 2) {
        squares += distanceToCurve(inputs[i], inputs[i + 1], curve) ** 2;
      }
      expect(Math.sqrt((2 * squares) / inputs.length)).toBeGreaterThan(0.03);
      expect(Math.sqrt((2 * squares) / inputs.length)).toBeLessThan(0.07);
    });
  },
);

describe('the paper’s curve', () => {
  it('goes through the transcribed knots and is dense in the middle', async () => {
    const { knots } = JSON.parse(readFileSync('tests/reference/figure3-curve.json', 'utf8'));
    const { inputs, curve } = await draw({ task: 'autoencoder' });
    const defaults = await draw({ data: 'paper-curve' });
    expect(defaults.inputs).toHaveLength(600);
    expect(inputs).toEqual(defaults.inputs);
    for (const [x, y] of knots) expect(distanceToCurve(x, y, curve)).toBeLessThan(1e-6);
    let central = 0;
    for (let i = 0; i < inputs.length; i += 2) if (inputs[i] > -0.3 && inputs[i] < 0.35) central++;
    // The middle half of the parameter, |t| < 0.6, holds 77 % of a normal with deviation 0.5.
    expect(central / 300).toBeGreaterThan(0.7);
    expect(central / 300).toBeLessThan(0.84);
  });
});
