import { wayToKeptPlace } from './kept-place.ts';

/**
 * Goes to where the reader was before, or to the part of the article that the link names behind
 * its “#”. The browser has looked for either when the page had loaded, before there was a story.
 * Whoever has begun to read stays where they are.
 */
export function goToPlace(): void {
  const go = wayToKeptPlace() ?? wayToNamedPart();
  if (!go || scrollY > 0) return;
  go();
  const { scrollY: there } = window;
  // Letters of other widths move what is below them.
  void document.fonts.ready.then(() => {
    if (window.scrollY === there) go();
  });
}

function wayToNamedPart(): (() => void) | undefined {
  const name = location.hash.slice(1);
  const part = name === '' ? null : document.getElementById(name);
  return part ? () => part.scrollIntoView() : undefined;
}
