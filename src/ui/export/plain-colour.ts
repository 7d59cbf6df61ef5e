/** Colours as every program that reads SVG understands them. */

const known = new Map<string, string>();

/**
 * A computed colour, which may be a mixture in some colour space, as `rgb(…)` or `rgba(…)`; what
 * is no colour, such as `none`, stays as it is.
 */
export function plainColour(colour: string): string {
  if (colour === 'none' || /^(#|rgb\()/.test(colour)) return colour;
  const before = known.get(colour);
  if (before !== undefined) return before;
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return colour;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  const plain =
    alpha === 255
      ? `rgb(${red}, ${green}, ${blue})`
      : `rgba(${red}, ${green}, ${blue}, ${Math.round((alpha / 255) * 1000) / 1000})`;
  known.set(colour, plain);
  return plain;
}
