/**
 * Sideways shifts that keep dots of one column apart: each dot takes the free place nearest to the
 * middle, or, where the column is full, the one that is farthest from others.
 *
 * @param heights the dots' heights in pixels.
 * @param gap distance between the centres of two dots that just touch.
 * @param most largest shift to either side.
 */
export function swarm(heights: readonly number[], gap: number, most: number): number[] {
  const order = heights.map((_, k) => k).sort((a, b) => Number(heights[a]) - Number(heights[b]));
  const shifts: number[] = new Array(heights.length).fill(0);
  const placed: { readonly height: number; readonly shift: number }[] = [];
  const steps = Math.max(0, Math.floor(most / gap));
  const candidates = [0];
  for (let k = 1; k <= steps; k++) candidates.push(k * gap, -k * gap);
  for (const index of order) {
    const height = Number(heights[index]);
    const room = (shift: number) =>
      Math.min(...placed.map((other) => Math.hypot(other.height - height, other.shift - shift)));
    const roomiest = () => candidates.reduce((best, one) => (room(one) > room(best) ? one : best));
    const shift = candidates.find((one) => room(one) >= gap - 1e-6) ?? roomiest();
    placed.push({ height, shift });
    shifts[index] = shift;
  }
  return shifts;
}
