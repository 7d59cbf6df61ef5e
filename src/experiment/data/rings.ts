import type { ClassFamily } from './class-family.ts';

/** Three concentric rings: ordered by radius, so rank 1 is enough even for shallow networks. */
export const rings: ClassFamily = {
  kind: 'classes',
  classCount: 3,
  points: 150,
  fixed: false,
  noise: 0.1,
  place(label, _index, _count, noise, random) {
    const radius = 0.5 + 0.85 * label + noise * random.normal();
    const angle = 2 * Math.PI * random.uniform();
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  },
};
