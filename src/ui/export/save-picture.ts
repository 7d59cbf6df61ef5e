/** Saves what a chart's host shows. Loaded when somebody asks for it. */
import { download, fileNameOf } from './download.ts';
import { fontFacesOf } from './embedded-fonts.ts';
import { blobOf, pixelsPerPixel, pngOfSvg } from './png.ts';
import { type PictureWords, paperColour, selfContainedSvg } from './self-contained-svg.ts';

export type PictureFormat = 'svg' | 'png';

/** @throws Error if the browser cannot paint the picture */
export async function saveChart(
  svg: SVGSVGElement,
  words: PictureWords,
  format: PictureFormat,
): Promise<void> {
  const source = selfContainedSvg(svg, words, await fontFacesOf(svg));
  const { width, height } = svg.viewBox.baseVal;
  const content =
    format === 'svg'
      ? new Blob([source], { type: 'image/svg+xml' })
      : await pngOfSvg(source, width, height);
  download(content, `${fileNameOf(words.name)}.${format}`);
}

/**
 * @param redraw paints the same picture on a canvas that stands where the original does, at so
 *   many device pixels for each CSS pixel.
 * @throws Error if the browser cannot paint the picture
 */
export async function saveCanvas(
  original: HTMLCanvasElement,
  redraw: (canvas: HTMLCanvasElement, pixelRatio: number) => void,
  words: PictureWords,
  format: PictureFormat,
): Promise<void> {
  const canvas = original.cloneNode() as HTMLCanvasElement;
  canvas.style.display = 'none';
  original.after(canvas);
  try {
    redraw(canvas, pixelsPerPixel);
    const picture = await blobOf(onPaper(canvas, paperColour(original)));
    const file = `${fileNameOf(words.name)}.${format}`;
    if (format === 'png') download(picture, file);
    else download(new Blob([await svgAround(picture, canvas, words)]), file);
  } finally {
    canvas.remove();
  }
}

function onPaper(picture: HTMLCanvasElement, paper: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0);
  }
  return canvas;
}

async function svgAround(
  picture: Blob,
  { width, height }: HTMLCanvasElement,
  { name, description }: PictureWords,
): Promise<string> {
  const bytes = new Uint8Array(await picture.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  const size = `width="${width / pixelsPerPixel}" height="${height / pixelsPerPixel}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><title>${escaped(name)}</title><desc>${escaped(description)}</desc><image ${size} href="data:image/png;base64,${btoa(text)}"/></svg>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
