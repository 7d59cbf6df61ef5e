/** Pictures of pixels, three for every CSS pixel: sharp in print and on a projector. */

export const pixelsPerPixel = 3;

/**
 * Paints an SVG file of this size in CSS pixels.
 * @throws Error if the browser cannot paint it
 */
export async function pngOfSvg(source: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * pixelsPerPixel);
    canvas.height = Math.round(height * pixelsPerPixel);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await blobOf(canvas);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** @throws Error if the browser gives no picture, as when the canvas is too large for it */
export function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(`${canvas.width} × ${canvas.height}`));
    }, 'image/png');
  });
}
