/** What the outputs of a classifier say about its points. */

/**
 * Class of the largest logit for every row; the lowest class wins a tie.
 * @param logits [M, classCount], row-major
 */
export function predictedClasses(logits: Float32Array, classCount: number): Uint8Array {
  const labels = new Uint8Array(logits.length / classCount);
  for (let row = 0; row < labels.length; row++) {
    let best = 0;
    for (let c = 1; c < classCount; c++) {
      if (logits[row * classCount + c] > logits[row * classCount + best]) best = c;
    }
    labels[row] = best;
  }
  return labels;
}

/** Share of points whose predicted class is their label; 1 for no points. */
export function accuracy(predicted: Uint8Array, labels: Uint8Array): number {
  let right = 0;
  for (let row = 0; row < labels.length; row++) if (predicted[row] === labels[row]) right++;
  return labels.length === 0 ? 1 : right / labels.length;
}
