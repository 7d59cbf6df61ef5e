/**
 * A network as classic playgrounds write it in plain JavaScript: objects for nodes and for the
 * links between them, one example at a time forwards and backwards, derivatives gathered on each
 * link. The batch is the whole data set; Adam and L2 are added, so that it computes what the
 * others do. In double precision, as JavaScript does.
 */
import { parameterCount, parameterLayout } from '../../../src/engine/parameters.ts';
import { adam, type Loss, pointCount } from '../../../src/engine/problem.ts';
import type { Task } from '../sizes.ts';
import type { Contender, OpenContender } from './contender.ts';

/** A number that is learnt, with its derivative summed over the batch and Adam's memory of it. */
class Learnt {
  slope = 0;
  mean = 0;
  spread = 0;
  constructor(public value: number) {}

  update(ridge: number, rate: number, correction: number): void {
    const slope = this.slope + 2 * ridge * this.value;
    this.mean = adam.beta1 * this.mean + (1 - adam.beta1) * slope;
    this.spread = adam.beta2 * this.spread + (1 - adam.beta2) * slope * slope;
    this.value -= (rate * this.mean) / (Math.sqrt(this.spread * correction) + adam.epsilon);
    this.slope = 0;
  }
}

class Link {
  readonly weight: Learnt;
  constructor(
    readonly source: Node,
    readonly target: Node,
    weight: number,
  ) {
    this.weight = new Learnt(weight);
  }
}

class Node {
  readonly incoming: Link[] = [];
  readonly outgoing: Link[] = [];
  readonly bias: Learnt;
  total = 0;
  output = 0;
  /** Derivative of the loss of this example with respect to `total`. */
  slope = 0;

  constructor(
    bias: number,
    readonly rectified: boolean,
  ) {
    this.bias = new Learnt(bias);
  }

  activate(): void {
    let total = this.bias.value;
    for (const { source, weight } of this.incoming) total += weight.value * source.output;
    this.total = total;
    this.output = this.rectified ? Math.max(0, total) : total;
  }

  collectSlope(): void {
    let sum = 0;
    for (const { target, weight } of this.outgoing) sum += weight.value * target.slope;
    this.slope = this.rectified && this.total <= 0 ? 0 : sum;
  }

  /** Adds this example's derivatives to those of the batch. */
  accumulate(): void {
    this.bias.slope += this.slope;
    for (const { source, weight } of this.incoming) weight.slope += this.slope * source.output;
  }
}

export const nodeLink: OpenContender = async (task) => new NodeLinkNetwork(task);

class NodeLinkNetwork implements Contender {
  readonly device = 'plain JavaScript, nodes and links';
  private readonly layers: Node[][];
  private step = 0;

  constructor(private readonly task: Task) {
    const { dims } = task.problem;
    this.layers = [Array.from({ length: dims[0] }, () => new Node(0, false))];
    const slices = parameterLayout(dims);
    slices.forEach(({ fanOut, weights, biases }, index) => {
      const below = this.layers[index];
      const hidden = index + 1 < slices.length;
      const layer = Array.from(
        { length: fanOut },
        (_, j) => new Node(task.parameters[biases + j], hidden),
      );
      layer.forEach((target, j) => {
        below.forEach((source, i) => {
          const link = new Link(source, target, task.parameters[weights + i * fanOut + j]);
          source.outgoing.push(link);
          target.incoming.push(link);
        });
      });
      this.layers.push(layer);
    });
  }

  async train(steps: number): Promise<void> {
    const points = pointCount(this.task.problem);
    for (let i = 0; i < steps; i++) {
      for (let point = 0; point < points; point++) {
        this.forward(point);
        this.backward(point, points);
      }
      this.update();
    }
  }

  async parameters(): Promise<Float32Array> {
    const { dims } = this.task.problem;
    const flat = new Float32Array(parameterCount(dims));
    parameterLayout(dims).forEach(({ fanOut, weights, biases }, index) => {
      this.layers[index + 1].forEach(({ bias, incoming }, j) => {
        flat[biases + j] = bias.value;
        incoming.forEach(({ weight }, i) => {
          flat[weights + i * fanOut + j] = weight.value;
        });
      });
    });
    return flat;
  }

  private forward(point: number): void {
    const [inputs, ...others] = this.layers;
    inputs.forEach((node, i) => {
      node.output = this.task.problem.inputs[point * inputs.length + i];
    });
    for (const layer of others) for (const node of layer) node.activate();
  }

  private backward(point: number, points: number): void {
    const { loss, targets } = this.task.problem;
    const last = this.layers.length - 1;
    const outputs = this.layers[last];
    const wanted = targets.subarray(point * outputs.length, (point + 1) * outputs.length);
    const shown = loss === 'cross-entropy' ? softmax(outputs) : outputs.map((node) => node.output);
    outputs.forEach((node, j) => {
      node.slope = (slopeFactor[loss] * (shown[j] - wanted[j])) / points;
      node.accumulate();
    });
    for (let index = last - 1; index > 0; index--) {
      for (const node of this.layers[index]) {
        node.collectSlope();
        node.accumulate();
      }
    }
  }

  private update(): void {
    this.step++;
    const { ridge, learningRate } = this.task;
    const rate = learningRate / (1 - adam.beta1 ** this.step);
    const correction = 1 / (1 - adam.beta2 ** this.step);
    for (const layer of this.layers.slice(1)) {
      for (const { bias, incoming } of layer) {
        bias.update(ridge, rate, correction);
        for (const { weight } of incoming) weight.update(ridge, rate, correction);
      }
    }
  }
}

const slopeFactor: Record<Loss, number> = { 'cross-entropy': 1, mse: 2 };

function softmax(nodes: readonly Node[]): number[] {
  const largest = Math.max(...nodes.map((node) => node.output));
  const powers = nodes.map((node) => Math.exp(node.output - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
