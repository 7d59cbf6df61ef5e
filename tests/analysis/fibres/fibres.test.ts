import { describe, expect, it } from 'vitest';
import {
  type FibreOptions,
  type Fibres,
  sampleJacobianField,
  traceFibres,
  transferablesOfFibres,
} from '../../../src/analysis/fibres/index.ts';
import { jacobianRank } from '../../../src/analysis/jacobian/index.ts';
import { finish } from '../../../src/analysis/portions.ts';
import type { Domain } from '../../../src/experiment/index.ts';
import { evaluate, type Network, networkOf, radiusNetwork, randomNetwork } from '../networks.ts';

const square: Domain = { x: [-3, 3], y: [-3, 3] };
const spacing = 6 / 30;

function fibresOf({ dims, parameters }: Network, options: FibreOptions = {}, domain = square) {
  const field = finish(sampleJacobianField(dims, parameters, { domain }));
  return finish(traceFibres(field, options));
}

type Point = readonly [number, number];

function linesOf({ points, starts }: Fibres): Point[][] {
  return Array.from({ length: starts.length - 1 }, (_, line) =>
    Array.from({ length: starts[line + 1] - starts[line] }, (_, k): Point => {
      const i = 2 * (starts[line] + k);
      return [points[i], points[i + 1]];
    }),
  );
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

/** h∘g with g(x) = direction·x and h a random network from R to R⁴. */
function foldedLine(angle: number, seed: number): Network {
  const { dims, parameters } = randomNetwork(seed, [1, 12, 12, 4]);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const inner = Array.from(parameters.subarray(0, 12));
  const folded = [...inner.map((w) => cos * w), ...inner.map((w) => sin * w)];
  return {
    dims: [2, ...dims.slice(1)],
    parameters: Float32Array.from([...folded, ...parameters.subarray(12)]),
  };
}

describe('the fibres of a function of one direction', () => {
  it.each([0, 0.4, 1.2, Math.PI / 2, 2.5])(
    'are straight, perpendicular to it and evenly spaced (angle %d)',
    (angle) => {
      const fibres = fibresOf(foldedLine(angle, 4));
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      const lines = linesOf(fibres);
      expect(lines.length).toBeGreaterThan(20);
      const levels = lines.map((line) => {
        const own = line.map(([x, y]) => cos * x + sin * y);
        expect(spread(own)).toBeLessThan(1e-4);
        return own[0];
      });
      levels.sort((p, q) => p - q);
      for (let i = 1; i < levels.length; i++) {
        expect(levels[i] - levels[i - 1]).toBeGreaterThan(0.9 * spacing);
      }
      expect(Math.max(...fibres.ratios)).toBeLessThan(1e-5);
    },
  );

  it('run from border to border', () => {
    for (const line of linesOf(fibresOf(foldedLine(0.4, 4)))) {
      for (const [x, y] of [line[0], line[line.length - 1]]) {
        expect(Math.max(Math.abs(x), Math.abs(y))).toBeCloseTo(3, 5);
      }
    }
  });
});

describe('the fibres of a function of the radius', () => {
  const network = radiusNetwork(64, 4);
  const fibres = fibresOf(network);
  const lines = linesOf(fibres);

  it('are circles', () => {
    for (const line of lines) {
      const radii = line.map(([x, y]) => Math.hypot(x, y));
      if (radii[0] > 0.3) expect(spread(radii)).toBeLessThan(0.01 * radii[0] + 0.01);
    }
  });

  it('close on themselves where they do not reach the border, and nowhere else', () => {
    lines.forEach((line, i) => {
      const radius = Math.hypot(...line[0]);
      if (radius > 0.3 && radius < 2.95) expect(fibres.closed[i]).toBe(1);
      if (radius > 3.02) expect(fibres.closed[i]).toBe(0);
      if (fibres.closed[i] === 0) return;
      const [first, last] = [line[0], line[line.length - 1]];
      expect(Math.hypot(first[0] - last[0], first[1] - last[1])).toBeLessThan(spacing);
    });
    expect(fibres.closed.reduce((sum, closed) => sum + closed, 0)).toBeGreaterThan(8);
  });

  it('cover the domain', () => {
    const vertices = lines.flat();
    for (let x = -2.9; x < 3; x += 0.29) {
      for (let y = -2.9; y < 3; y += 0.29) {
        if (Math.hypot(x, y) < 0.3) continue;
        const nearest = Math.min(...vertices.map(([u, v]) => Math.hypot(u - x, v - y)));
        expect(nearest).toBeLessThan(1.1 * spacing);
      }
    }
  });
});

describe('the fibres of any function', () => {
  // x + 3|y|: V-shaped levels that turn by 143° on the x-axis; x + 12|y|: by 170°.
  it.each([
    [3, 7],
    [12, 2],
  ])(
    'follow the function round kinks sharper than a right angle (x + %i|y|)',
    (steepness, tips) => {
      const chevrons = networkOf([
        {
          weights: [
            [0, 0, 1],
            [1, -1, 0],
          ],
          biases: [0, 0, 10],
        },
        {
          weights: [
            [steepness, -steepness],
            [steepness, -steepness],
            [1, -1],
          ],
        },
      ]);
      const lines = linesOf(fibresOf(chevrons)).filter((line) => line.length > 10);
      expect(lines.length).toBeGreaterThan(10);
      for (const line of lines) {
        const levels = line.map(([x, y]) => x + steepness * Math.abs(y));
        expect(spread(levels)).toBeLessThan(spacing * steepness);
      }
      const turning = lines.filter((line) => {
        const heights = line.map(([, y]) => y);
        return Math.min(...heights) < -0.2 && Math.max(...heights) > 0.2;
      });
      // Arms that lie 0.2 apart have their tips `steepness` times as far from each other.
      expect(turning.length).toBeGreaterThanOrEqual(tips);
    },
  );

  it('keep their distance from each other', () => {
    const lines = linesOf(fibresOf(randomNetwork(2, [2, 16, 16, 3])));
    expect(lines.length).toBeGreaterThan(10);
    let nearest = Number.POSITIVE_INFINITY;
    lines.forEach((line, i) => {
      for (const other of lines.slice(0, i)) {
        for (const [x, y] of line) {
          for (const [u, v] of other) nearest = Math.min(nearest, Math.hypot(x - u, y - v));
        }
      }
    });
    expect(nearest).toBeGreaterThan(0.49 * spacing);
  });

  it('each begin where there was room for them', () => {
    const lines = linesOf(fibresOf(randomNetwork(2, [2, 16, 16, 3])));
    lines.slice(1).forEach((line, i) => {
      const earlier = lines.slice(0, i + 1).flat();
      const clearance = line.map(([x, y]) =>
        earlier.reduce((least, [u, v]) => Math.min(least, Math.hypot(x - u, y - v)), 10),
      );
      expect(Math.max(...clearance)).toBeGreaterThan(0.98 * spacing);
    });
  });

  it('end where the function becomes flat', () => {
    // (x, 0.3 y) above, constant below: the direction of least change leads downwards.
    const funnel = networkOf([
      {
        weights: [
          [0.5, -0.5, 0],
          [1, 1, 1],
        ],
      },
      {
        weights: [
          [1, 0],
          [-1, 0],
          [0, 0.3],
        ],
      },
    ]);
    const lines = linesOf(fibresOf(funnel, {}, { x: [-1, 1], y: [-2, 3] }));
    expect(lines.length).toBeGreaterThan(10);
    for (const [x, y] of lines.flat()) expect(y).toBeGreaterThan(-Math.abs(x) / 2 - 0.2);
  });

  it('stay away from where it is flat', () => {
    // relu(x): flat for x < 0.
    const half = networkOf([{ weights: [[1], [0]] }, { weights: [[2, 1]] }]);
    const lines = linesOf(fibresOf(half));
    expect(lines.length).toBeGreaterThan(10);
    for (const [x] of lines.flat()) expect(x).toBeGreaterThan(-6 / 47);
  });

  it('are found on both sides of a flat stretch, though the middle of the domain lies in it', () => {
    const valley = networkOf([
      {
        weights: [
          [1, -1],
          [0, 0],
        ],
        biases: [-1, -1],
      },
      {
        weights: [
          [1, 2],
          [1, -1],
        ],
      },
    ]);
    const xs = linesOf(fibresOf(valley)).map((line) => line[0][0]);
    expect(xs.filter((x) => x > 1).length).toBeGreaterThan(6);
    expect(xs.filter((x) => x < -1).length).toBeGreaterThan(6);
    expect(xs.filter((x) => Math.abs(x) < 0.8)).toEqual([]);
  });

  it('carry the ratio of the singular values, 1 for an isometry', () => {
    const isometry = networkOf([
      {
        weights: [
          [0.6, -0.8],
          [0.8, 0.6],
        ],
      },
    ]);
    const stretched = networkOf([
      {
        weights: [
          [1, 0],
          [0, 0.25],
        ],
      },
    ]);
    for (const ratio of fibresOf(isometry).ratios) expect(ratio).toBeCloseTo(1, 5);
    for (const ratio of fibresOf(stretched).ratios) expect(ratio).toBeCloseTo(0.25, 6);
  });

  it('fit a domain that is no square and not centred', () => {
    const domain: Domain = { x: [10, 14], y: [-1, 0] };
    const fibres = fibresOf(foldedLine(0.7, 4), { spacing: 0.1 }, domain);
    const vertices = linesOf(fibres).flat();
    expect(vertices.length).toBeGreaterThan(100);
    for (const [x, y] of vertices) {
      expect(x).toBeGreaterThanOrEqual(10);
      expect(x).toBeLessThanOrEqual(14);
      expect(y).toBeGreaterThanOrEqual(-1);
      expect(y).toBeLessThanOrEqual(0);
    }
  });

  it('are the same each time, and handed from thread to thread without a copy', () => {
    const network = randomNetwork(6, [2, 10, 10, 3]);
    const [first, second] = [fibresOf(network), fibresOf(network)];
    expect(second).toEqual(first);
    const lines = first.starts.length;
    const received = structuredClone(first, { transfer: transferablesOfFibres(first) });
    expect(received.starts).toHaveLength(lines);
    expect(first.points).toHaveLength(0);
  });

  it('are none where the network is constant or broken', () => {
    const constant = networkOf([{ weights: [[0], [0]], biases: [1] }]);
    expect([...fibresOf(constant).starts]).toEqual([0]);
    constant.parameters.fill(Number.NaN);
    expect([...fibresOf(constant).starts]).toEqual([0]);
  });
});

describe('the field of Jacobians', () => {
  it('is a survey of its own, so that the Jacobian rank can be read off it', () => {
    const { dims, parameters } = foldedLine(1, 9);
    const field = finish(sampleJacobianField(dims, parameters, { domain: square }));
    expect(jacobianRank(field, { threshold: 1e-3 }).rank).toBe(1);
    expect(field.ratios).toHaveLength(48 ** 2);
  });

  it('is of the plane only', () => {
    const { dims, parameters } = randomNetwork(1, [3, 4, 2]);
    expect(() => finish(sampleJacobianField(dims, parameters, { domain: square }))).toThrow(
      RangeError,
    );
  });

  it('knows the values of the function only through its derivatives', () => {
    const { dims, parameters } = radiusNetwork(32);
    const field = finish(sampleJacobianField(dims, parameters, { domain: square, perSide: 3 }));
    const right =
      evaluate({ dims, parameters }, [3, 1e-6])[0] - evaluate({ dims, parameters }, [2.9, 1e-6])[0];
    expect(field.jacobians[field.outputs * 2 * 5]).toBeCloseTo(right / 0.1, 2);
  });
});
