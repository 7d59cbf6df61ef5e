/** Hands a file to the browser to be saved. */
export function download(content: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = fileName;
  link.click();
  // The browser has taken hold of the content by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** "Class map, depth 9" → "rankfall-class-map-depth-9". */
export function fileNameOf(name: string): string {
  const words = name.toLocaleLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [];
  return ['rankfall', ...words].join('-').slice(0, 80);
}
