/** The typefaces of a chart, for a file that is read where the page's are not. */

/** A typeface as the page's styles declare it. */
interface Face {
  readonly family: string;
  readonly style: string;
  readonly weight: string;
  readonly range: string;
  readonly address: string;
}

/** What is written in one typeface. */
interface Writing {
  readonly families: string;
  readonly style: string;
  readonly text: string;
}

/**
 * `@font-face` rules, with the files in them, for all that a chart writes in typefaces of the
 * page. One that cannot be had, as without network, is left out: then a system's own takes its
 * place, as it would without any of this.
 */
export async function fontFacesOf(svg: SVGSVGElement): Promise<string> {
  const writings = writingsIn(svg);
  const faces = facesOf(document).filter((face) => writings.some((one) => isUsed(face, one)));
  const rules = await Promise.all(faces.map((face) => ruleOf(face).catch(() => '')));
  return rules.join('');
}

function writingsIn(svg: SVGSVGElement): Writing[] {
  return Array.from(svg.querySelectorAll('text, tspan'), (element) => {
    const { fontFamily, fontStyle } = getComputedStyle(element);
    return { families: fontFamily, style: fontStyle, text: element.textContent ?? '' };
  });
}

function facesOf({ styleSheets, baseURI }: Document): Face[] {
  return Array.from(styleSheets).flatMap((sheet) =>
    Array.from(sheet.cssRules).flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const value = (name: string) => rule.style.getPropertyValue(name);
      const [, path] = value('src').match(/url\("?([^")]+)"?\)/) ?? [];
      if (path === undefined) return [];
      return {
        family: value('font-family').replaceAll('"', ''),
        style: value('font-style') || 'normal',
        weight: value('font-weight') || 'normal',
        range: value('unicode-range'),
        address: new URL(path, sheet.href ?? baseURI).href,
      };
    }),
  );
}

function isUsed(face: Face, { families, style, text }: Writing): boolean {
  return (
    families.includes(face.family) &&
    style === face.style &&
    Array.from(text).some((letter) => isInRange(letter.codePointAt(0) ?? 0, face.range))
  );
}

/** @param range as CSS writes it, `U+0-FF, U+131`; every letter where it is empty */
function isInRange(code: number, range: string): boolean {
  if (range === '') return true;
  return range.split(',').some((part) => {
    const [first, last = first] = part.trim().slice(2).split('-');
    return code >= Number.parseInt(first, 16) && code <= Number.parseInt(last, 16);
  });
}

async function ruleOf({ family, style, weight, range, address }: Face): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) return '';
  const file = await dataUrlOf(await response.blob());
  const unicodeRange = range === '' ? '' : `unicode-range:${range};`;
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};${unicodeRange}src:url(${file}) format("woff2")}`;
}

function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve(String(reader.result).replace(/^data:[^;]*;/, 'data:font/woff2;'));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
