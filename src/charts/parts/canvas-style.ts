import type { Rgb } from './grey-pixels.ts';

/** The stylesheet's tokens as a canvas needs them. */
export interface CanvasStyle {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly accent: string;
  /** Either side of zero. */
  readonly positive: string;
  readonly negative: string;
  readonly font: string;
}

/** Reads the tokens that hold for this element now, so that a picture drawn again follows the theme. */
export function canvasStyle(canvas: HTMLCanvasElement): CanvasStyle {
  const style = getComputedStyle(canvas);
  const token = (name: string, otherwise: string) =>
    style.getPropertyValue(name).trim() || otherwise;
  return {
    paper: token('--raised', 'Canvas'),
    ink: token('--ink', 'CanvasText'),
    quiet: token('--ink-2', 'GrayText'),
    accent: token('--accent', 'Highlight'),
    positive: token('--positive', 'Highlight'),
    negative: token('--negative', 'LinkText'),
    font: token('--font-ui', 'sans-serif'),
  };
}

/** Sizes the canvas in CSS pixels and device pixels; returns what to draw with in CSS pixels. */
export function prepareCanvas(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  pixelRatio: number,
): CanvasRenderingContext2D | undefined {
  const [columns, rows] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)];
  if (canvas.width !== columns) canvas.width = columns;
  if (canvas.height !== rows) canvas.height = rows;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext('2d') ?? undefined;
  context?.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

/** A colour as the canvas understands it, as red, green and blue. */
export function rgbOf(context: CanvasRenderingContext2D, colour: string): Rgb {
  context.fillStyle = colour;
  const written = String(context.fillStyle);
  if (written.startsWith('#')) {
    const value = Number.parseInt(written.slice(1), 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  }
  const [red = 0, green = 0, blue = 0] = (written.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}
