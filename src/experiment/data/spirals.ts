import type { ClassFamily } from './class-family.ts';

/** Two interleaved Archimedean spirals. */
export const spirals: ClassFamily = {
  kind: 'classes',
  classCount: 2,
  points: 160,
  fixed: false,
  noise: 0.08,
  place(label, _index, _count, noise, random) {
    const turn = Math.sqrt(random.uniform());
    const angle = 3 * Math.PI * turn + Math.PI * label;
    const radius = 0.2 + 2.3 * turn;
    return [
      radius * Math.cos(angle) + noise * random.normal(),
      radius * Math.sin(angle) + noise * random.normal(),
    ];
  },
};
