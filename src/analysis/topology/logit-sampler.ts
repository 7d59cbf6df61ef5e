import { type Grid, type GridPath, toData } from './grid.ts';

/** Network logits [M, classes] at points [M, 2], both row-major. */
export type EvaluateLogits = (points: Float32Array) => Promise<Float32Array>;

/** Calls the network, checks what it says and counts the points asked for. */
export class LogitSampler {
  evaluations = 0;

  constructor(
    private readonly evaluate: EvaluateLogits,
    readonly classCount: number,
  ) {}

  /** Logits [M, classes] at points of `grid`. Throws where a logit is NaN or infinite. */
  async sample(grid: Grid, points: GridPath): Promise<Float32Array> {
    const count = points.length / 2;
    if (count === 0) return new Float32Array(0);
    const data = toData(grid, points, Float32Array);
    const logits = await this.evaluate(data);
    this.evaluations += count;
    if (logits.length !== count * this.classCount) {
      throw new Error(
        `The network gave ${logits.length} logits for ${count} points and ${this.classCount} classes.`,
      );
    }
    for (let i = 0; i < logits.length; i++) {
      if (logits[i] - logits[i] !== 0) throw new Error(notFinite(i, logits[i], this.classCount));
    }
    return logits;
  }
}

function notFinite(index: number, value: number, classCount: number): string {
  const point = Math.floor(index / classCount);
  return `The network's logit for class ${index % classCount} is ${value} (point ${point} of the batch); class boundaries need finite logits.`;
}

/** The class with the largest of the logits that start at `offset`; of equals, the first. */
export function argmax(logits: Float32Array, offset: number, classCount: number): number {
  let best = 0;
  for (let c = 1; c < classCount; c++) if (logits[offset + c] > logits[offset + best]) best = c;
  return best;
}
