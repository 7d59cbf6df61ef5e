/** Singular values as a visitor reads them off a chart: with the pointer, one after the other. */
import type { Locator } from '@playwright/test';
import { toNumber } from './page.ts';

/**
 * What the chart reads out wherever the pointer goes.
 * @returns for each layer ℓ = 1 … L its values; where several are drawn in one place only the first can be pointed at, and the others are missing
 */
export async function readSpectrum(chart: Locator): Promise<readonly (readonly number[])[]> {
  const readings = await chart.evaluate((svg) => {
    const { left, top, width, height } = svg.getBoundingClientRect();
    const readAt = (x: number, y: number) => {
      const place = { clientX: left + x, clientY: top + y, bubbles: true };
      svg.dispatchEvent(new PointerEvent('pointermove', place));
      return svg.querySelector('.read-out tspan')?.textContent ?? '';
    };
    const middle = height / 2;
    const columns = new Map<string, number[]>();
    for (let x = 0; x < width; x++) {
      const layer = readAt(x, middle).split(',')[0];
      if (layer !== '') columns.set(layer, [...(columns.get(layer) ?? []), x]);
    }
    const found = [...columns.values()].flatMap((xs) => {
      const x = xs[Math.floor(xs.length / 2)];
      return Array.from({ length: Math.floor(height) }, (_, y) => readAt(x, y));
    });
    svg.dispatchEvent(new PointerEvent('pointerleave', { bubbles: true }));
    return [...new Set(found)];
  });
  const layers: number[][] = [];
  for (const reading of readings) {
    const [, layer, index, value] = /^layer (\d+), σ([₀-₉]+) = ([^(]+)/.exec(reading) ?? [];
    if (value === undefined) continue;
    layers[Number(layer) - 1] ??= [];
    layers[Number(layer) - 1][Number(index.replace(/[₀-₉]/g, raised)) - 1] = toNumber(value.trim());
  }
  return layers;
}

function raised(lowered: string): string {
  return String('₀₁₂₃₄₅₆₇₈₉'.indexOf(lowered));
}
