import { local, pointer, select } from 'd3';

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

// Both live on the element, so that a chart redrawn under a resting pointer keeps its read-out.
const positions = local<Pixel>();
const reported = local<string>();

/**
 * Calls `move` with the pointer's place in the picture, and with undefined when it leaves. A
 * finger's place stays when it is lifted, until it scrolls the page or taps the same spot again.
 *
 * @returns where the pointer is now.
 */
export function followPointer(
  svg: SVGSVGElement,
  move: (at: Pixel | undefined) => void,
): Pixel | undefined {
  const go = (event: PointerEvent) => {
    const [x, y] = pointer(event, svg);
    const before = positions.get(svg);
    const isSecondTap =
      event.type === 'pointerdown' &&
      event.pointerType === 'touch' &&
      before !== undefined &&
      Math.hypot(x - before.x, y - before.y) < 12;
    if (isSecondTap) return leave();
    positions.set(svg, { x, y });
    move({ x, y });
  };
  const leave = () => {
    positions.remove(svg);
    move(undefined);
  };
  select(svg)
    .on('pointerdown.read-out', go)
    .on('pointermove.read-out', go)
    .on('pointercancel.read-out', leave)
    .on('pointerleave.read-out', (event: PointerEvent) => {
      if (event.pointerType !== 'touch') leave();
    });
  return positions.get(svg);
}

/** Calls `listener` unless it was told the same the last time. */
export function report<T>(
  svg: SVGSVGElement,
  hover: T | undefined,
  listener: ((hover: T | undefined) => void) | undefined,
): void {
  const written = JSON.stringify(hover) ?? '';
  if ((reported.get(svg) ?? '') === written) return;
  reported.set(svg, written);
  listener?.(hover);
}
