/** The ten class symbols: polygons of about equal visual weight, told apart without colour. */

const turn = 2 * Math.PI;

function polygon(corners: number, radius: number, start: number): number[][] {
  return Array.from({ length: corners }, (_, k) => {
    const angle = start + (turn * k) / corners;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/** Corners on two radii by turns, beginning upwards. */
function star(arms: number, outer: number, inner: number): number[][] {
  return Array.from({ length: 2 * arms }, (_, k) => {
    const angle = (turn * k) / (2 * arms) - turn / 4;
    const radius = k % 2 === 0 ? outer : inner;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

function cross(reach: number, half: number): number[][] {
  const quarter = [
    [half, half],
    [half, reach],
    [-half, reach],
  ];
  return [0, 1, 2, 3].flatMap((k) => quarter.map((corner) => rotated(corner, (turn * k) / 4)));
}

function rotated([x = 0, y = 0]: readonly number[], angle: number): number[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [x * cos - y * sin, x * sin + y * cos];
}

/** For a radius of about 1; undefined is the disc. */
const shapes: readonly (readonly number[][] | undefined)[] = [
  undefined,
  polygon(4, 1.25, turn / 8),
  polygon(3, 1.4, -turn / 4),
  polygon(4, 1.35, 0),
  cross(1.3, 0.46),
  polygon(3, 1.4, turn / 4),
  star(5, 1.5, 0.68),
  cross(1.3, 0.46).map((corner) => rotated(corner, turn / 8)),
  polygon(6, 1.15, 0),
  [
    [-1.15, -1.15],
    [1.15, 1.15],
    [1.15, -1.15],
    [-1.15, 1.15],
  ],
];

/**
 * Path data of a class's symbol about the current point, all relative, so that one path can hold
 * thousands of them: `M x,y` followed by this draws one at x, y.
 */
export function classSymbol(label: number, radius: number): string {
  const corners = shapes[label % shapes.length];
  const hundredths = (value: number) => Math.round(value * 100) / 100;
  if (corners === undefined) {
    const r = hundredths(radius);
    return `m${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;
  }
  let [lastX, lastY] = [0, 0];
  const steps = corners.map(([x = 0, y = 0], k) => {
    const [nextX, nextY] = [hundredths(x * radius), hundredths(y * radius)];
    const step = `${k === 0 ? 'm' : 'l'}${hundredths(nextX - lastX)},${hundredths(nextY - lastY)}`;
    [lastX, lastY] = [nextX, nextY];
    return step;
  });
  return `${steps.join('')}z`;
}

/** The token with a class's colour; there are ten. */
export function classColour(label: number): string {
  return `var(--class-${label % 10})`;
}

/** A, B, C, … */
export function className(label: number, names: readonly string[] | undefined): string {
  return names?.[label] ?? String.fromCodePoint('A'.charCodeAt(0) + (label % 26));
}
