import type { ClassFamily } from './class-family.ts';

/** Three arms that wind around the centre; each point's angle is sheared with its radius. */
export const pinwheel: ClassFamily = {
  kind: 'classes',
  classCount: 3,
  points: 150,
  fixed: false,
  noise: 0.1,
  place(label, _index, _count, noise, random) {
    const radius = 0.4 + 2 * random.uniform();
    const angle = (2 * Math.PI * label) / 3 + 0.7 * radius;
    return [
      radius * Math.cos(angle) + noise * random.normal(),
      radius * Math.sin(angle) + noise * random.normal(),
    ];
  },
};
