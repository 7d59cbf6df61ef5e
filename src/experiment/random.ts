/**
 * Seeded random numbers: the same seed gives the same data and the same initial weights in
 * every browser and on every engine.
 */

/** A stream of random numbers. */
export interface Random {
  /** Uniform on [0, 1). */
  uniform(): number;
  /** Normal with mean 0 and variance 1. */
  normal(): number;
}

/**
 * A stream for `seed`, distinct for each `purpose`, so that asking for one more data point does
 * not change the initial weights. Generator: sfc32 (C. Doty-Humphrey, PractRand).
 */
export function randomStream(seed: number, purpose: string): Random {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of `${seed}/${purpose}`) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  }
  let a = hash | 0;
  let b = Math.imul(hash, 0x9e3779b1) | 0;
  let c = seed | 0;
  let counter = 1;
  const uniform = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 16; round++) uniform();

  let spare: number | undefined;
  const normal = () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uniform, normal };
}
