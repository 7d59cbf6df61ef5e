import type { ClassFamily } from './class-family.ts';

/** The law fitted to the points of the paper's Figure 2: x = c − 1.5 + 0.7 sin 2y + 0.1 ε, y ~ N(0, 1). */
export const invertedS: ClassFamily = {
  kind: 'classes',
  classCount: 4,
  points: 200,
  fixed: false,
  noise: 0.1,
  place(label, _index, _count, noise, random) {
    const y = random.normal();
    return [label - 1.5 + 0.7 * Math.sin(2 * y) + noise * random.normal(), y];
  },
};
