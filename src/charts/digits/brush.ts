/**
 * Draws a stroke of a round brush from one place to another, places and radius in pixels of the
 * image with (0, 0) its upper left corner. Ink is laid over ink, never taken away; the brush's
 * rim is a pixel wide, so that strokes are smooth.
 *
 * @param values [side²], row-major; changed in place.
 */
export function paintStroke(
  values: Float32Array,
  side: number,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  radius: number,
): void {
  const reach = radius + 1;
  const range = (a: number, b: number) =>
    [
      Math.max(0, Math.floor(Math.min(a, b) - reach)),
      Math.min(side - 1, Math.ceil(Math.max(a, b) + reach)),
    ] as const;
  const [left, right] = range(from.x, to.x);
  const [top, bottom] = range(from.y, to.y);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const square = dx * dx + dy * dy;
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const [px, py] = [column + 0.5 - from.x, row + 0.5 - from.y];
      const along = square > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / square)) : 0;
      const distance = Math.hypot(px - along * dx, py - along * dy);
      const ink = Math.min(1, Math.max(0, radius + 0.5 - distance));
      const at = row * side + column;
      values[at] = Math.max(Number(values[at]), ink);
    }
  }
}
