/**
 * Reports whether anybody can see the page: its tab is in front and, inside an iframe, some of
 * it is on screen.
 */
export function watchVisibility(root: Element, report: (visible: boolean) => void): void {
  let onScreen = true;
  let last = true;
  const update = () => {
    const visible = onScreen && document.visibilityState === 'visible';
    if (visible !== last) report(visible);
    last = visible;
  };
  document.addEventListener('visibilitychange', update);
  new IntersectionObserver(([entry]) => {
    onScreen = entry.isIntersecting;
    update();
  }).observe(root);
  update();
}
