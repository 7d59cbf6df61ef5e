import { child } from './child.ts';
import { classColour, classSymbol } from './class-mark.ts';
import { tenths } from './outline.ts';

/**
 * All data points as a path for each class. Since a path's commands stay the same while its
 * points move, the stylesheet can let them glide.
 *
 * @param place pixel of point n.
 */
export function drawClassSymbols(
  layer: SVGGElement,
  labels: ArrayLike<number>,
  classCount: number,
  radius: number,
  place: (n: number) => { readonly x: number; readonly y: number },
): void {
  const paths: string[] = new Array(classCount).fill('');
  const symbols = paths.map((_, label) => classSymbol(label, radius));
  for (let n = 0; n < labels.length; n++) {
    const label = Number(labels[n]);
    const { x, y } = place(n);
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    paths[label] += `M${tenths(x)},${tenths(y)}${symbols[label]}`;
  }
  child(layer, 'g', 'symbols')
    .selectChildren('path')
    .data(paths)
    .join('path')
    .style('--class-colour', (_, label) => classColour(label))
    .attr('d', (path) => path);
}

/** Radius of a symbol, in pixels: smaller for many points and in a narrow picture. */
export function symbolRadius(count: number, text: number, width: number): number {
  const crowd = Math.min(1, (60 / Math.max(1, count)) ** 0.22);
  return tenths(text * 0.4 * crowd * (width < 480 ? 0.85 : 1));
}
