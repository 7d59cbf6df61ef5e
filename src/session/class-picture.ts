/** The picture of a classifier: its class map and its predictions. */
import { predictedClasses } from '../analysis/index.ts';
import { mapClasses } from '../analysis/topology/index.ts';
import { type ClassData, domain } from '../experiment/index.ts';
import type { ReadableNetwork } from '../snapshot/index.ts';
import type { ClassPicture, PartOf } from './frame.ts';

/** How finely the class map is drawn: cells per side evaluated always, and where labels differ. */
export interface Resolution {
  readonly coarse: number;
  readonly fine: number;
}

/** Points evaluated between two looks at the message queue. */
const pointsPerBreath = 2048;

export async function classPicture(
  engine: Pick<ReadableNetwork, 'evaluate'>,
  data: ClassData,
  resolution: Resolution,
  breathe: () => Promise<void>,
): Promise<PartOf<ClassPicture>> {
  const { classCount } = data;
  const evaluate = async (points: Float32Array) => {
    const rows = points.length / 2;
    const logits = new Float32Array(rows * classCount);
    for (let row = 0; row < rows; row += pointsPerBreath) {
      const end = Math.min(rows, row + pointsPerBreath);
      logits.set(await engine.evaluate(points.subarray(2 * row, 2 * end)), row * classCount);
      if (end < rows) await breathe();
    }
    return logits;
  };
  const predicted = predictedClasses(await engine.evaluate(data.inputs), classCount);
  const topology = await mapClasses(evaluate, { domain, classCount, ...resolution });
  return { kind: 'classes', data, predicted, topology };
}
