import type { ClassFamily } from './class-family.ts';

/** Two half circles that reach into each other. */
export const moons: ClassFamily = {
  kind: 'classes',
  classCount: 2,
  points: 120,
  fixed: false,
  noise: 0.12,
  place(label, _index, _count, noise, random) {
    const angle = Math.PI * random.uniform();
    const [x, y] =
      label === 0
        ? [Math.cos(angle) - 0.5, Math.sin(angle) - 0.25]
        : [0.5 - Math.cos(angle), 0.25 - Math.sin(angle)];
    return [1.4 * x + noise * random.normal(), 1.4 * y + noise * random.normal()];
  },
};
