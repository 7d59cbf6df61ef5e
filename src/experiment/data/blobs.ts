import type { ClassFamily } from './class-family.ts';

function blobs(classCount: number, firstAngle: number): ClassFamily {
  return {
    kind: 'classes',
    classCount,
    points: 50 * classCount,
    fixed: false,
    noise: 0.35,
    place(label, _index, _count, noise, random) {
      const angle = firstAngle + (2 * Math.PI * label) / classCount;
      return [
        1.5 * Math.cos(angle) + noise * random.normal(),
        1.5 * Math.sin(angle) + noise * random.normal(),
      ];
    },
  };
}

/** Three Gaussian blobs at 120°: shallow networks meet in one tripoint, deep ones in none. */
export const threeBlobs = blobs(3, Math.PI / 2);

/** Four Gaussian blobs on the corners of a square. */
export const fourBlobs = blobs(4, Math.PI / 4);
