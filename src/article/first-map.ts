/**
 * The class map that is part of the page: the build draws it at two sizes, and styles show the one
 * that suits the screen. The living map begins with it, so that the place is never empty.
 */

/** Class names of the drawings, as article.css knows them, with the sizes in CSS pixels they are drawn at: on a phone, and beside other charts. */
export const firstMaps = {
  'first-map-narrow': { width: 358, height: 358 },
  'first-map-wide': { width: 420, height: 437 },
} as const;

/** The drawing that is on screen before the page's script has begun, if there is one. */
export function shownFirstMap(): SVGSVGElement | undefined {
  return Array.from(document.querySelectorAll<SVGSVGElement>('.first-map')).find(
    (svg) => getComputedStyle(svg).display !== 'none',
  );
}
