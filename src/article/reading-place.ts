/**
 * Goes to the part of the article that the link names behind its “#”. The browser has looked for it
 * when the page had loaded, before there was a story. Whoever has begun to read stays where they are.
 */
export function goToNamedPart(): void {
  const name = location.hash.slice(1);
  const part = name === '' ? null : document.getElementById(name);
  if (!part || scrollY > 0) return;
  part.scrollIntoView();
  const { scrollY: there } = window;
  // Letters of other widths move what is below them.
  void document.fonts.ready.then(() => {
    if (window.scrollY === there) part.scrollIntoView();
  });
}
