/** Layers 1 … L to be numbered on an axis with room for `most` numbers: first and last, and round steps between. */
export function layerTicks(layers: number, most: number): number[] {
  if (layers < 1) return [];
  const stride =
    [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 24].find((step) => layers / step <= most) ?? layers;
  const ticks = [1];
  for (let layer = stride === 1 ? 2 : stride; layer < layers; layer += stride) {
    // Close neighbours of either end give way to it.
    if (layer - 1 >= stride * 0.6 && layers - layer >= stride * 0.9) ticks.push(layer);
  }
  if (layers > 1) ticks.push(layers);
  return ticks;
}
