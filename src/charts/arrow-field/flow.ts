/** Sets items of these widths one after the other, and into a new row where one would not fit. */
export function flow(
  widths: readonly number[],
  room: number,
): {
  readonly places: readonly { readonly x: number; readonly row: number }[];
  readonly rows: number;
} {
  let x = 0;
  let row = 0;
  const places = widths.map((width) => {
    if (x > 0 && x + width > room) {
      x = 0;
      row++;
    }
    const place = { x, row };
    x += width;
    return place;
  });
  return { places, rows: widths.length === 0 ? 0 : row + 1 };
}
