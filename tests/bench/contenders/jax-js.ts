/**
 * jax-js at its best: the whole step (gradient, L2, Adam) in one `jit`, so that its compiler fuses
 * what it can. Tried and slower, or no faster: the L2 term inside the differentiated loss; a jit
 * each for gradient and update; waiting for all arrays of a step, or for every fifth step only;
 * Adam's corrections as literals, which have to be compiled anew at every step.
 */
import {
  defaultDevice,
  init,
  type Array as JaxArray,
  jit,
  nn,
  numpy as np,
  tree,
  valueAndGrad,
} from '@jax-js/jax';
import { parameterCount, parameterLayout } from '../../../src/engine/parameters.ts';
import { adam, pointCount } from '../../../src/engine/problem.ts';
import type { Contender, OpenContender } from './contender.ts';

type Dense = { W: JaxArray; b: JaxArray };
type State = { params: Dense[]; mean: Dense[]; spread: Dense[] };

export function jaxJs(device: 'wasm' | 'webgpu'): OpenContender {
  return async ({ problem, ridge, learningRate, parameters }): Promise<Contender> => {
    const available = await init(device);
    if (!available.includes(device)) throw new Error(`jax-js offers no ${device} here.`);
    defaultDevice(device);

    const { dims } = problem;
    const points = pointCount(problem);
    const matrix = (values: Float32Array, columns: number) =>
      np.array(values.slice()).reshape([values.length / columns, columns]);
    const x = matrix(problem.inputs, dims[0]);
    const y = matrix(problem.targets, dims[dims.length - 1]);
    const layout = parameterLayout(dims);
    const dense = (flat: Float32Array): Dense[] =>
      layout.map(({ fanOut, weights, biases }) => ({
        W: matrix(flat.subarray(weights, biases), fanOut),
        b: np.array(flat.slice(biases, biases + fanOut)),
      }));

    const predict = (params: Dense[], input: JaxArray) =>
      params.reduce((h, { W, b }, index) => {
        const z = np.dot(h, W).add(b);
        return index + 1 < params.length ? nn.relu(z) : z;
      }, input);
    const dataLoss = (params: Dense[], input: JaxArray, target: JaxArray) =>
      problem.loss === 'mse'
        ? np
            .square(predict(params, input).sub(target))
            .sum()
            .mul(1 / points)
        : nn
            .logSoftmax(predict(params, input))
            .mul(target)
            .sum()
            .mul(-1 / points);
    /** @param rates [2]: the rate over Adam's first correction, and one over its second */
    const update = ({ params, mean, spread }: State, slopes: Dense[], rates: JaxArray): State => {
      const [rate, correction] = np.split(rates, 2);
      const nextMean = map(
        (m, g) => m.mul(adam.beta1).add(g.mul(1 - adam.beta1)),
        mean,
        tree.ref(slopes),
      );
      const nextSpread = map(
        (v, g) => v.mul(adam.beta2).add(np.square(g).mul(1 - adam.beta2)),
        spread,
        slopes,
      );
      const change = map(
        (m, v) => m.mul(rate.ref).div(np.sqrt(v.mul(correction.ref)).add(adam.epsilon)),
        tree.ref(nextMean),
        tree.ref(nextSpread),
      );
      rate.dispose();
      correction.dispose();
      return {
        params: map((value, difference) => value.sub(difference), params, change),
        mean: nextMean,
        spread: nextSpread,
      };
    };

    const step = jit((state: State, rates: JaxArray, input: JaxArray, target: JaxArray) => {
      const [loss, slopes] = valueAndGrad(dataLoss)(tree.ref(state.params), input, target);
      const sum = map(
        (slope, value) => slope.add(value.mul(2 * ridge)),
        slopes as Dense[],
        tree.ref(state.params),
      );
      return { loss, state: update(state, sum, rates) };
    });

    const zeros = () => dense(new Float32Array(parameters.length));
    let state: State = { params: dense(parameters), mean: zeros(), spread: zeros() };
    let done = 0;
    return {
      device: `jax-js, ${device}`,
      async train(count) {
        for (let i = 0; i < count; i++) {
          done++;
          const rates = np.array(
            Float32Array.of(learningRate / (1 - adam.beta1 ** done), 1 / (1 - adam.beta2 ** done)),
          );
          const result = step(state, rates, x.ref, y.ref);
          state = result.state;
          // Nothing runs before somebody waits for it; one value of a step brings all of it about.
          await result.loss.data();
        }
      },
      async parameters() {
        const flat = new Float32Array(parameterCount(dims));
        for (const [index, { fanOut, weights, biases }] of layout.entries()) {
          const { W, b } = state.params[index];
          flat.set((await W.ref.data()) as Float32Array, weights);
          flat.set(((await b.ref.data()) as Float32Array).subarray(0, fanOut), biases);
        }
        return flat;
      },
    };
  };
}

/** Two trees of arrays into one; consumes both, as everything in jax-js does. */
function map(
  combine: (a: JaxArray, b: JaxArray) => JaxArray,
  left: Dense[],
  right: Dense[],
): Dense[] {
  return left.map(({ W, b }, index) => ({
    W: combine(W, right[index].W),
    b: combine(b, right[index].b),
  }));
}
