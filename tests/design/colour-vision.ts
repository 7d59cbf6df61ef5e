/** Colours of a stylesheet, how much they contrast, and how a colour-blind eye tells them apart. */

export type Rgb = readonly [number, number, number];

/** "#rrggbb" as linear light, each channel from 0 to 1 (IEC 61966-2-1). */
export function linearRgb(hex: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = linearRgb(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/**
 * Matrices on linear RGB for full severity (1.0) from Machado, Oliveira & Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on
 * Visualization and Computer Graphics 15 (2009), table 1.
 */
export const eyes = {
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
} as const;

/** Distance of two colours in CIELAB (CIE 1976) as this eye sees them; 2.3 is just noticeable. */
export function distance(one: string, other: string, eye: keyof typeof eyes): number {
  const [a, b] = [one, other].map((hex) => lab(seen(linearRgb(hex), eye)));
  return Math.hypot(...a.map((value, i) => value - b[i]));
}

function seen(colour: Rgb, eye: keyof typeof eyes): Rgb {
  const [red, green, blue] = eyes[eye].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, factor, i) => sum + factor * colour[i], 0),
      ),
    ),
  );
  return [red, green, blue];
}

function lab([red, green, blue]: Rgb): number[] {
  const x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047;
  const y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue;
  const z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883;
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))];
}
