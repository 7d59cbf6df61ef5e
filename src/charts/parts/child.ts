import { type Selection, select } from 'd3';

export type Chosen<E extends Element> = Selection<E, unknown, null, undefined>;

/**
 * The child of `parent` with this tag and class; made, as the topmost so far, when there is none.
 * A chart names its parts with it, in the order in which they are painted.
 */
export function child<K extends keyof SVGElementTagNameMap>(
  parent: SVGElement,
  tag: K,
  name: string,
): Chosen<SVGElementTagNameMap[K]> {
  for (const element of parent.children) {
    if (element.tagName === tag && element.classList.contains(name)) {
      return select(element as SVGElementTagNameMap[K]);
    }
  }
  const made = parent.ownerDocument.createElementNS('http://www.w3.org/2000/svg', tag);
  made.setAttribute('class', name);
  parent.append(made);
  return select(made);
}

/** The same as an element, for a group that is only a place to put things. */
export function group(parent: SVGElement, name: string): SVGGElement {
  return child(parent, 'g', name).node() as SVGGElement;
}
