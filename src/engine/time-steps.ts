/** Times an engine on the problem it was opened on. */
import type { TrainingEngine } from './engine.ts';

/** Milliseconds to measure over; shorter ones drown in the clock's grain. */
const stretch = 30;
const mostSteps = 4096;

/** Milliseconds per step in slices as long as training uses them; the engine's state moves on. */
export async function millisecondsPerStep(
  engine: TrainingEngine,
  now: () => number,
): Promise<number> {
  await engine.train(2);
  for (let steps = 4; ; steps *= 2) {
    const before = now();
    await engine.train(steps);
    const spent = now() - before;
    if (spent >= stretch || steps >= mostSteps) return spent / steps;
  }
}
