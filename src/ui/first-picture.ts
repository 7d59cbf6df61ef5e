/** The first picture of a view: what can wait for it does, so that it has the network and the processor to itself. */

/** Whoever waits for a picture does so for this many milliseconds and no longer. */
const patience = 1500;

let come: (() => void) | undefined;
let shown: Promise<void> = Promise.resolve();

/** Called by a view that is going to have a picture; without it nobody waits for one. */
export function expectPicture(): void {
  shown = new Promise((resolve) => {
    come = resolve;
    setTimeout(resolve, patience);
  });
}

/** The picture is on screen. */
export function pictureShown(): void {
  come?.();
}

/** Resolves once the picture is on screen, or too long in coming. */
export function firstPicture(): Promise<void> {
  return shown;
}
