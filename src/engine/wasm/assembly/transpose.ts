/**
 * Transposes a matrix, four by four.
 * @param rows a multiple of 4
 * @param columns a multiple of 4
 * @param to [columns, rows], its rows `toRow` bytes apart
 */
export function transpose(
  rows: i32,
  columns: i32,
  from: usize,
  fromRow: usize,
  to: usize,
  toRow: usize,
): void {
  for (let row = 0; row < rows; row += 4) {
    let source = from + <usize>row * fromRow;
    let target = to + ((<usize>row) << 2);
    for (let column = 0; column < columns; column += 4) {
      const row0 = v128.load(source);
      const row1 = v128.load(source + fromRow);
      const row2 = v128.load(source + 2 * fromRow);
      const row3 = v128.load(source + 3 * fromRow);
      const low01 = v128.shuffle<f32>(row0, row1, 0, 4, 1, 5);
      const high01 = v128.shuffle<f32>(row0, row1, 2, 6, 3, 7);
      const low23 = v128.shuffle<f32>(row2, row3, 0, 4, 1, 5);
      const high23 = v128.shuffle<f32>(row2, row3, 2, 6, 3, 7);
      v128.store(target, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
      target += toRow;
      v128.store(target, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7));
      target += toRow;
      v128.store(target, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5));
      target += toRow;
      v128.store(target, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7));
      target += toRow;
      source += 16;
    }
  }
}
