/** At most `most` rows of a matrix with `columns` columns, evenly spaced, in float64. */
export function takeRows(matrix: ArrayLike<number>, columns: number, most: number): Float64Array {
  const rows = matrix.length / columns;
  const taken = Math.min(rows, most);
  const part = new Float64Array(taken * columns);
  for (let row = 0; row < taken; row++) {
    const from = Math.floor((row * rows) / taken) * columns;
    for (let i = 0; i < columns; i++) part[row * columns + i] = matrix[from + i];
  }
  return part;
}
