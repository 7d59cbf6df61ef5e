/**
 * A chart as an SVG file that looks the same everywhere: what the stylesheet says is written into
 * every element, and nothing refers to anything outside.
 */
import { plainColour } from './plain-colour.ts';

/** Properties that children take from their parents unless they say otherwise. */
const inherited = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant-numeric',
  'text-anchor',
  'visibility',
] as const;

/** What holds for a file before its first element says anything. */
const initial: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  'font-style': 'normal',
  'font-weight': '400',
  'font-variant-numeric': 'normal',
  'text-anchor': 'start',
  visibility: 'visible',
};

/** Layers that only serve the pointer and the keyboard. */
const passing = '.read-out, .cross-hair, .handles, .leaving';

export interface PictureWords {
  readonly name: string;
  /** What the picture shows, in words. */
  readonly description: string;
}

/**
 * @param svg a chart that is on the page, so that its styles are known
 * @param fontFaces `@font-face` rules with the typefaces in them
 */
export function selfContainedSvg(
  svg: SVGSVGElement,
  { name, description }: PictureWords,
  fontFaces: string,
): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  inline(svg, copy, initial);
  for (const element of copy.querySelectorAll(passing)) element.remove();
  for (const element of [copy, ...copy.querySelectorAll('*')]) tidy(element);

  const { width, height } = svg.viewBox.baseVal;
  const create = (tag: string) =>
    copy.ownerDocument.createElementNS('http://www.w3.org/2000/svg', tag);
  const paper = create('rect');
  paper.setAttribute('width', String(width));
  paper.setAttribute('height', String(height));
  paper.setAttribute('fill', paperColour(svg));
  const title = create('title');
  title.textContent = name;
  const desc = create('desc');
  desc.textContent = description;
  const style = create('style');
  style.textContent = fontFaces;
  copy.prepend(title, desc, ...(fontFaces === '' ? [] : [style]), paper);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/** The colour behind the chart. */
export function paperColour(element: Element): string {
  return plainColour(getComputedStyle(element).getPropertyValue('--paper').trim() || 'white');
}

function inline(from: Element, to: Element, above: Readonly<Record<string, string>>): void {
  const style = getComputedStyle(from);
  const here: Record<string, string> = {};
  for (const property of inherited) {
    const value = style.getPropertyValue(property);
    if (value === '') continue;
    here[property] = value;
    // An attribute of the element itself stays as it is only where it says the same.
    if (value !== above[property]) to.setAttribute(property, written(property, value));
    else to.removeAttribute(property);
  }
  const opacity = style.getPropertyValue('opacity');
  if (opacity !== '' && opacity !== '1') to.setAttribute('opacity', opacity);
  const transform = style.getPropertyValue('transform');
  if (transform !== '' && transform !== 'none') to.setAttribute('transform', transform);
  if (style.getPropertyValue('display') === 'none') to.setAttribute('display', 'none');
  for (let k = 0; k < from.children.length; k++) inline(from.children[k], to.children[k], here);
}

function written(property: string, value: string): string {
  return property === 'fill' || property === 'stroke' ? plainColour(value) : value;
}

/** Takes away what means something on the page alone; links keep their whole address. */
function tidy(element: Element): void {
  const href = element.getAttribute('href');
  for (const { name } of [...element.attributes]) {
    if (/^(class|style|role|tabindex|aria-.*|data-.*)$/.test(name)) element.removeAttribute(name);
  }
  if (href !== null) element.setAttribute('href', new URL(href, location.href).href);
}
