/**
 * Long computations in portions of well under a millisecond or two, so that a thread can answer
 * its messages in between. A computation is a generator that yields between two portions and
 * returns its result; who runs it decides how long to go on without a pause.
 */
export type Portions<T> = Generator<undefined, T, undefined>;

/** Runs to the end without a pause. */
export function finish<T>(portions: Portions<T>): T {
  for (;;) {
    const portion = portions.next();
    if (portion.done) return portion.value;
  }
}

export interface Slices {
  /** Longest stretch between two pauses, to within one portion. */
  readonly milliseconds: number;
  readonly now: () => number;
  /** Lets the thread look at its messages. */
  readonly breathe: () => Promise<void>;
}

/** Runs to the end with pauses. Whatever the computation or `breathe` throws passes through. */
export async function finishInSlices<T>(
  portions: Portions<T>,
  { milliseconds, now, breathe }: Slices,
): Promise<T> {
  let started = now();
  for (;;) {
    const portion = portions.next();
    if (portion.done) return portion.value;
    if (now() - started < milliseconds) continue;
    await breathe();
    started = now();
  }
}
