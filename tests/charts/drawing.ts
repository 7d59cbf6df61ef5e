/** An empty picture in a document, as the page would hand it to a chart. */
export function emptyPicture(): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  // happy-dom has no matrices; without them places count from the picture's corner.
  Object.defineProperties(svg, {
    createSVGPoint: { value: undefined },
    clientLeft: { value: 0 },
    clientTop: { value: 0 },
  });
  document.body.replaceChildren(svg);
  return svg;
}

/** The markup, a line for each element and attributes by name, so that two can be compared. */
export function markup(svg: SVGSVGElement): string {
  return svg.outerHTML
    .replace(/(<\w+)((?: [\w:-]+="[^"]*")+)/g, (_, tag: string, attributes: string) => {
      const sorted = attributes.match(/[\w:-]+="[^"]*"/g)?.sort() ?? [];
      return [tag, ...sorted].join(' ');
    })
    .replaceAll('><', '>\n<');
}

export function texts(svg: SVGSVGElement, selector: string): string[] {
  return [...svg.querySelectorAll(selector)].map((element) => element.textContent ?? '');
}

/** Moves the pointer to a place of the picture, in its pixels. */
export function movePointer(svg: SVGSVGElement, x: number, y: number, type = 'pointermove'): void {
  const at = { clientX: x, clientY: y, isPrimary: true, bubbles: true };
  svg.dispatchEvent(new PointerEvent(type, at));
}

export function touch(svg: SVGSVGElement, type: string, x: number, y: number): void {
  svg.dispatchEvent(
    new PointerEvent(type, { clientX: x, clientY: y, pointerType: 'touch', bubbles: true }),
  );
}
