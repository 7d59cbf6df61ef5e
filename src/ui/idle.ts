/** Where a page is never idle, what waits for that is done after this many milliseconds. */
const longest = 2000;

/** Waits for a moment in which the page has nothing else to do. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis)
      requestIdleCallback(() => resolve(), { timeout: longest });
    else setTimeout(resolve, 100);
  });
}
