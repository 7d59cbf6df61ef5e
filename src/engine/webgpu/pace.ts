/** How many steps go into one submit: enough to hide its cost, few enough to keep the page and the desktop smooth. */

/** No submit is meant to keep the GPU busy for longer, in ms; the system's own drawing waits behind it. */
const longestSubmit = 40;

/** Recording more at once gains nothing. */
const mostSteps = 256;

export class Pace {
  #msPerStep: number | undefined;
  #readings = 0;

  /** Steps for the next submit. Before anything has been timed: one. */
  get steps(): number {
    if (this.#msPerStep === undefined) return 1;
    return Math.max(1, Math.min(mostSteps, Math.floor(longestSubmit / this.#msPerStep)));
  }

  /** Whether anything has been timed. */
  get known(): boolean {
    return this.#msPerStep !== undefined;
  }

  /** Notes that `steps` took `ms`, waiting included. */
  note(steps: number, ms: number): void {
    const latest = ms / steps;
    this.#readings++;
    // What runs for the first time is slow for reasons of its own. Later on a slower reading counts
    // at once; a faster one only gradually, as it may be luck.
    this.#msPerStep =
      this.#msPerStep === undefined || this.#readings === 2 || latest > this.#msPerStep
        ? latest
        : 0.5 * (this.#msPerStep + latest);
  }

  /** For when steps are about to be something else. */
  forget(): void {
    this.#msPerStep = undefined;
    this.#readings = 0;
  }
}
