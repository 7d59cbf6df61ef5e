import type { Tripoint } from './class-map-data.ts';

export interface Sector {
  readonly class: number;
  readonly path: string;
}

/**
 * The sectors of a tripoint's dot, one a class, each turned towards the side on which its region
 * lies.
 *
 * @param classAround class found in the direction of an angle (clockwise on screen, from the right).
 */
export function tripointSectors(
  tripoint: Tripoint,
  radius: number,
  classAround: (angle: number) => number | undefined,
): Sector[] {
  const samples = 24;
  const sums = new Map(tripoint.classes.map((label) => [label, { x: 0, y: 0 }]));
  for (let k = 0; k < samples; k++) {
    const angle = (2 * Math.PI * k) / samples;
    const label = classAround(angle);
    const sum = label === undefined ? undefined : sums.get(label);
    if (sum === undefined) continue;
    sum.x += Math.cos(angle);
    sum.y += Math.sin(angle);
  }
  const directions = [...sums].map(([label, { x, y }]) => ({ label, angle: Math.atan2(y, x) }));
  directions.sort((a, b) => a.angle - b.angle);
  const share = (2 * Math.PI) / Math.max(1, directions.length);
  // The turn that fits the directions best, as a mean on the circle.
  const lag = directions.map(({ angle }, k) => angle - k * share);
  const turn = Math.atan2(
    lag.reduce((sum, angle) => sum + Math.sin(angle), 0),
    lag.reduce((sum, angle) => sum + Math.cos(angle), 0),
  );
  return directions.map(({ label }, k) => {
    const middle = turn + k * share;
    const corner = (angle: number) =>
      `${(radius * Math.cos(angle)).toFixed(2)},${(radius * Math.sin(angle)).toFixed(2)}`;
    return {
      class: label,
      path: `M0,0L${corner(middle - share / 2)}A${radius},${radius} 0 0,1 ${corner(middle + share / 2)}Z`,
    };
  });
}
