import { expect, test } from '@playwright/test';
import { framesSeen, type SeenFrame, watchEveryFrame } from './every-frame.ts';
import { dragDepthTo, figureOf, numberOf, openPage } from './page.ts';

/** How a kind of data is judged. */
interface Judgement {
  readonly dataNames: readonly string[];
  /** The figure that says how good the run is. */
  readonly figure: string;
  /** Whether that is good enough to begin with. */
  readonly isGood: (value: number) => boolean;
  /** Whether it is about as good as it was at first; a deep network may just have begun. */
  readonly isBack: (value: number, atFirst: number, hasJustBegun: boolean) => boolean;
  /** Milliseconds after a stop by which it is back. */
  readonly within: number;
  /** Whether these frames, from one stop to the next, are of a run that goes on from a trained network. */
  readonly isCarried: (frames: readonly SeenFrame[]) => boolean;
}

const kinds: readonly Judgement[] = [
  {
    dataNames: [
      'paper-s',
      'inverted-s',
      'three-blobs',
      'four-blobs',
      'pinwheel',
      'rings',
      'xor',
      'spirals',
      'moons',
    ],
    figure: 'accuracy',
    isGood: (accuracy) => accuracy >= 99,
    isBack: (accuracy) => accuracy >= 99,
    within: 2_000,
    // A new network begins with what chance gives, 25 to 50 %.
    isCarried: (frames) => frames.every(({ figures }) => figures.accuracy >= 95),
  },
  // Curves, teachers and digits have more points, so that their steps take longer.
  {
    dataNames: ['paper-curve', 'line', 'circle', 's-curve', 'two-arcs'],
    figure: 'distance-ratio',
    isGood: (ratio) => ratio < 0.8,
    isBack: (ratio, atFirst) => ratio <= atFirst + 0.1,
    within: 4_000,
    // A new network begins at 0.1 or more.
    isCarried: (frames) => frames.every(({ figures }) => figures.loss < 0.05),
  },
  {
    dataNames: ['teacher'],
    figure: 'test-error',
    isGood: (error) => error < 0.4,
    // A new network of 32 layers takes in one direction at a time, over thousands of steps; so long
    // it has to be better than a constant answer.
    isBack: (error, atFirst, hasJustBegun) => error < (hasJustBegun ? 1 : atFirst + 0.1),
    within: 20_000,
    // A constant answer costs 1, and a new network begins above that.
    isCarried: (frames) => frames.every(({ figures }) => figures.loss < 0.5),
  },
  {
    dataNames: ['digits'],
    figure: 'error-ratio',
    isGood: (error) => error < 0.5,
    isBack: (error, atFirst) => error <= atFirst + 0.05,
    within: 20_000,
    // Growing adds the rank to the norm, about 95 a layer; at 32 layers a new network begins at 170.
    // The loss says nothing: the first steps of so many new layers throw it up.
    isCarried: (frames) => Number(frames.at(-1)?.figures['norm-per-layer']) < 130,
  },
];
const everyName = kinds.flatMap(({ dataNames }) => dataNames);

function judgementOf(data: string): Judgement {
  const kind = kinds.find(({ dataNames }) => dataNames.includes(data));
  if (!kind) throw new Error(`Nothing says how '${data}' is judged.`);
  return kind;
}

/** The figures of every frame in which they change, for whoever looks for the reason. */
function described(frames: readonly SeenFrame[]): string {
  const lines = frames.map(({ depth, figures }) => `${depth} ${JSON.stringify(figures)}`);
  return lines.filter((line, i) => line !== lines[i - 1]).join('\n');
}

// Seconds are a promise about the engine; other work on the machine may break it once.
test.describe.configure({ retries: 1 });

/** Trained anew, carried over, or taken from a file where one ships. */
const ways = {
  restart: { query: 'depthChange=restart&instant=off', dataNames: everyName },
  carry: { query: 'depthChange=carry', dataNames: everyName },
  instant: { query: 'instant=on', dataNames: ['paper-s', 'three-blobs'] },
};

for (const [way, { query, dataNames }] of Object.entries(ways)) {
  for (const data of dataNames) {
    test(`${data}: from depth 4 to 32 and back (${way}) nothing breaks and the fit comes back`, async ({
      page,
    }) => {
      const { figure, isGood, isBack, within, isCarried } = judgementOf(data);
      await watchEveryFrame(page);
      const { complaints } = await openPage(page, `data=${data}&${query}&engine=wasm&depth=4`);
      const shows = async (isEnough: (value: number) => boolean) =>
        (await page.locator('.main-view:not([data-outdated])').count()) === 1 &&
        (await figureOf(page, figure).count()) === 1 &&
        isEnough(await numberOf(page, figure));
      await expect.poll(() => shows(isGood), { timeout: 20_000, intervals: [100] }).toBe(true);
      const atFirst = await numberOf(page, figure);
      const compares = await figureOf(page, 'start').count();
      let frames = await framesSeen(page);
      for (const depth of [32, 4]) {
        const earlier = frames.length;
        const hasJustBegun = way === 'restart' && depth === 32;
        await dragDepthTo(page, depth);
        await expect
          .poll(() => shows((value) => isBack(value, atFirst, hasJustBegun)), {
            timeout: within,
            intervals: [50],
          })
          .toBe(true);
        frames = await framesSeen(page);
        const since = frames.slice(earlier);
        expect(since.length).toBeGreaterThan(10);
        if (way === 'carry') expect(isCarried(since), described(since)).toBe(true);
        if (way !== 'instant') {
          expect(await figureOf(page, 'start').count()).toBe(way === 'carry' ? 0 : compares);
        }
      }
      await page.waitForTimeout(250);
      frames = await framesSeen(page);
      expect(frames.filter(({ drawn }) => !drawn)).toEqual([]);
      expect(frames.filter(({ broken }) => broken !== undefined)).toEqual([]);
      expect(frames.filter(({ figures }) => Object.values(figures).some(Number.isNaN))).toEqual([]);
      await expect(figureOf(page, 'engine')).toHaveText('wasm');
      await expect(page.locator('.notice')).toHaveCount(0);
      expect(complaints).toEqual([]);
    });
  }
}

test('it is said of a network that it was carried over only where it was', async ({ page }) => {
  await openPage(page, 'data=paper-s&depthChange=carry&depth=2');
  const verdict = page.locator('.verdict');
  await expect(verdict).toContainText('tripoints', { timeout: 20_000 });
  await expect(verdict).not.toContainText('carried over');
  await dragDepthTo(page, 9);
  await expect(verdict).toContainText('begun at L = 2 and carried over', { timeout: 20_000 });
});

test('digits are carried on from a single layer, and the page says what did not fit through', async ({
  page,
}) => {
  const { complaints } = await openPage(page, 'data=digits&depthChange=carry&depth=1');
  await expect.poll(() => numberOf(page, 'step'), { timeout: 30_000 }).toBeGreaterThan(300);
  await expect(page.locator('.main-view:not([data-outdated])')).toHaveCount(1, { timeout: 30_000 });
  await dragDepthTo(page, 3);
  await expect(page.locator('.notice')).toContainText('best approximation', { timeout: 20_000 });
  await expect(
    page.getByRole('img', { name: /Layers of the network/ }),
  ).toHaveAccessibleDescription(/depth 3/);
  expect(complaints).toEqual([]);
});
