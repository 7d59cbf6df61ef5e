/** Experiments worth opening: each figure of the paper, and what else shows the effect plainly. */
import type { Choices } from './schema.ts';

/** The setting of the paper's Figure 2: the penalty is not divided by the depth. */
const figure2 = { data: 'paper-s', ridge: 'undivided' } as const;

/**
 * Figures 1–3 are those of Jacot, "Implicit Bias of Large Depth Networks" (ICLR 2023); the others
 * are this page's own. A preset says only what it is about: the rest takes its defaults.
 */
export const presets = {
  'figure-1': { task: 'rank-recovery', depth: 13, width: 100, lambda: 0.05, trueRank: 4 },
  // From seed 0 two of the three tripoints come about, as REPRODUCTION.md shows.
  'figure-2a': { ...figure2, depth: 2, lambda: 0, seed: 1 },
  'figure-2b': { ...figure2, depth: 9, lambda: 0 },
  'figure-2c': { ...figure2, depth: 2, lambda: 1e-3 },
  'figure-2d': { ...figure2, depth: 9, lambda: 1e-3 },
  'figure-3a': { data: 'digits', depth: 5 },
  'figure-3b': { data: 'paper-curve', depth: 6, ridge: 'undivided', lambda: 1e-4 },
  'figure-3c': { data: 'paper-curve', depth: 2, ridge: 'undivided', lambda: 1e-4 },
  'three-blobs': { data: 'three-blobs', depth: 20 },
  hysteresis: { data: 'paper-s', depth: 2, depthChange: 'carry' },
  collapse: { data: 'paper-s', depth: 20, warmUp: 1, clip: 0, amplitude: 3e-4, starts: 1 },
  cure: { data: 'paper-s', depth: 20, starts: 1 },
} as const satisfies Readonly<Record<string, Choices>>;

export type PresetName = keyof typeof presets;

/** The presets as a menu shows them. */
export const presetGroups = {
  paper: [
    'figure-1',
    'figure-2a',
    'figure-2b',
    'figure-2c',
    'figure-2d',
    'figure-3a',
    'figure-3b',
    'figure-3c',
  ],
  ours: ['three-blobs', 'hysteresis', 'collapse', 'cure'],
} as const satisfies Readonly<Record<string, readonly PresetName[]>>;
