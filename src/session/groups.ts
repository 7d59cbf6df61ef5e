/** Groups of data points by which a scatter of a hidden layer can be read, whatever the task. */
import { principalComponents } from '../analysis/representation/index.ts';
import type { DataSet, Polyline } from '../experiment/index.ts';

/** [N] group of each point; `by` says what the groups are. */
export interface PointGroups {
  readonly by: 'class' | 'curve' | 'answer' | 'digit';
  readonly labels: Uint8Array;
  readonly count: number;
}

/** So many groups of points that have no classes of their own, in the order of a number they have. */
const parts = 4;

/**
 * The points of a data set in groups: their classes, the quarter of the curve they lie on, or the
 * quarter they fall into by the first principal coordinate of the teacher's answers.
 */
export function groupsOf(data: DataSet): PointGroups {
  switch (data.kind) {
    case 'classes':
      return { by: 'class', labels: data.labels, count: data.classCount };
    case 'curve':
      return { by: 'curve', labels: quarters(shareAlong(data.inputs, data.curve)), count: parts };
    case 'teacher': {
      const { targets, outputDimension } = data;
      const { scores } = principalComponents(targets, outputDimension, 1);
      return { by: 'answer', labels: quarters(scores), count: parts };
    }
    case 'digits':
      return { by: 'digit', labels: data.heldOutLabels, count: 10 };
  }
}

/** Four groups of equal size by ascending value. */
function quarters(values: ArrayLike<number>): Uint8Array {
  const order = Array.from(values, (_, index) => index).sort((a, b) => values[a] - values[b]);
  const labels = new Uint8Array(order.length);
  for (const [place, index] of order.entries()) {
    labels[index] = Math.floor((parts * place) / order.length);
  }
  return labels;
}

/** Where on the curve each point [N, 2] lies: the number of the nearest corner, counted along its stretches. */
function shareAlong(points: Float32Array, curve: readonly Polyline[]): Float64Array {
  const corners = curve.flat();
  const places = new Float64Array(points.length / 2);
  for (let n = 0; n < places.length; n++) {
    let nearest = Number.POSITIVE_INFINITY;
    for (const [index, [x, y]] of corners.entries()) {
      const distance = (points[2 * n] - x) ** 2 + (points[2 * n + 1] - y) ** 2;
      if (distance >= nearest) continue;
      nearest = distance;
      places[n] = index;
    }
  }
  return places;
}
