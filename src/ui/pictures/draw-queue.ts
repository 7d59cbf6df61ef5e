/**
 * Draws charts within a time budget per screen refresh: several charts change with every frame
 * of the worker, and drawn all at once they would hold up a drag. Of each chart only the newest
 * drawing is kept.
 */

/** Milliseconds of drawing per screen refresh. */
const budget = 6;

let waiting = new Map<object, () => void>();
let whenIdle: (() => void)[] = [];
let scheduled = false;

/**
 * Has `draw` done at one of the next screen refreshes, in place of an earlier one of the same
 * chart. What is urgent goes before everything that waits already.
 */
export function requestDraw(chart: object, draw: () => void, urgent = false): void {
  if (urgent) {
    waiting.delete(chart);
    waiting = new Map([[chart, draw], ...waiting]);
  } else waiting.set(chart, draw);
  schedule();
}

/** Forgets what a chart that goes away was to draw. */
export function cancelDraw(chart: object): void {
  waiting.delete(chart);
}

/** Calls `done` once everything requested so far is drawn. */
export function afterDrawing(done: () => void): void {
  whenIdle.push(done);
  schedule();
}

function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(flush);
}

function flush(): void {
  scheduled = false;
  const start = performance.now();
  for (const [chart, draw] of waiting) {
    waiting.delete(chart);
    // Whoever waits for the drawing must not wait for ever: the worker goes on only once it is told.
    try {
      draw();
    } catch (error) {
      reportError(error);
    }
    if (performance.now() - start > budget) break;
  }
  if (waiting.size > 0) {
    schedule();
    return;
  }
  const done = whenIdle;
  whenIdle = [];
  for (const call of done) call();
}
