/**
 * Reports whether anybody can see the page: its tab is in front and, inside an iframe, some of
 * it is on screen. The first report says how it is now, for whoever heard an earlier watch.
 * @returns what ends the watch.
 */
export function watchVisibility(root: Element, report: (visible: boolean) => void): () => void {
  let onScreen = true;
  let last: boolean | undefined;
  const update = () => {
    const visible = onScreen && document.visibilityState === 'visible';
    if (visible !== last) report(visible);
    last = visible;
  };
  document.addEventListener('visibilitychange', update);
  const observer = new IntersectionObserver(([entry]) => {
    onScreen = entry.isIntersecting;
    update();
  });
  observer.observe(root);
  update();
  return () => {
    document.removeEventListener('visibilitychange', update);
    observer.disconnect();
  };
}
