/** What a page shows in every single frame, written down by the page itself. */
import type { Page } from '@playwright/test';
import { toNumber } from './page.ts';

const figureNames = ['step', 'loss', 'norm-per-layer', 'accuracy'] as const;
type FigureName = (typeof figureNames)[number];

/** One frame as it stood on screen. */
export interface SeenFrame {
  /** Beside the depth slider. */
  readonly depth: string;
  /** Whether there is something to see in the picture's place. */
  readonly drawn: boolean;
  /** What cannot be a number, in figures and text alternatives. */
  readonly broken: string | undefined;
  /** NaN where a figure is there without a number; what the task does not have is left out. */
  readonly figures: Readonly<Record<FigureName, number>>;
}

/** As the page notes it. */
type WrittenFrame = Omit<SeenFrame, 'figures'> & {
  readonly figures: readonly (string | undefined)[];
};

/** Begins with the first picture; call before the page is opened. */
export async function watchEveryFrame(page: Page): Promise<void> {
  await page.addInitScript((names: typeof figureNames) => {
    const seen: WrittenFrame[] = [];
    Object.assign(globalThis, { seen });
    const copy = document.createElement('canvas');
    const readable = copy.getContext('2d', { willReadFrequently: true });
    const textOf = (selector: string) => document.querySelector(selector)?.textContent ?? undefined;

    function hasColours(canvas: HTMLCanvasElement): boolean {
      const { width, height } = canvas;
      if (!readable || width === 0 || height === 0) return false;
      Object.assign(copy, { width, height });
      readable.drawImage(canvas, 0, 0);
      const colours = new Uint32Array(readable.getImageData(0, 0, width, height).data.buffer);
      return colours.some((colour) => colour !== colours[0]);
    }

    function isDrawn(view: Element | null): boolean {
      if (!view?.checkVisibility()) return false;
      const canvas = view.querySelector('canvas');
      if (canvas) return hasColours(canvas);
      // A map of one colour would be as good as blank.
      if (view.matches('.map-view')) return view.querySelectorAll('.regions path[d^=M]').length > 1;
      return view.querySelector('.shafts path[d^=M], .lines .line[d^=M]') !== null;
    }

    const look = () => {
      requestAnimationFrame(look);
      const view = document.querySelector('.main-view');
      const drawn = isDrawn(view);
      if (!drawn && seen.length === 0) return;
      const words = ['.main-view', '.layer-stack', '.spectra', '.run-figures'].map(textOf);
      seen.push({
        depth: textOf('.depth-value') ?? '',
        drawn,
        broken: /NaN|∞|Infinity|undefined/.exec(words.join(' '))?.[0],
        figures: names.map((name) => textOf(`[data-figure="${name}"]`)),
      });
    };
    requestAnimationFrame(look);
  }, figureNames);
}

/** All frames so far. */
export async function framesSeen(page: Page): Promise<readonly SeenFrame[]> {
  const written = await page.evaluate(() => Object(globalThis).seen as WrittenFrame[]);
  return written.map(({ figures, ...frame }) => ({ ...frame, figures: numbersOf(figures) }));
}

function numbersOf(texts: readonly (string | undefined | null)[]): SeenFrame['figures'] {
  const numbers = figureNames.flatMap((name, i) => {
    const text = texts[i];
    return text == null ? [] : [[name, toNumber(text)]];
  });
  return Object.fromEntries(numbers);
}
