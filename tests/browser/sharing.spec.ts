import { expect, test } from '@playwright/test';
import {
  type Choices,
  completeExperiment,
  encodePoints,
  type FieldName,
  fieldNames,
  fieldOf,
  formatQuery,
  parseQuery,
} from '../../src/experiment/index.ts';
import { openPage } from './page.ts';

/** What each link is about; every other field gets a value that is not its default there. */
const subjects: readonly Choices[] = [
  { task: 'classification', data: 'three-blobs', view: 'lab', language: 'en' },
  { data: 'own', view: 'lab', theme: 'light', language: 'zh' },
  { task: 'rank-recovery', data: 'teacher', view: 'lab', init: 'he' },
  { task: 'autoencoder', data: 'digits', view: 'lab', init: 'uniform' },
  { task: 'autoencoder', data: 'circle', view: 'lab', ridge: 'undivided' },
];

/** A value of a field that is not the one it has. */
function another(name: FieldName, present: string | number): string | number {
  const field = fieldOf(name);
  switch (field.kind) {
    case 'choice':
      return field.names.find((value) => value !== present) ?? present;
    case 'number': {
      const { min, max, integer } = field;
      // Lest it follow the seed, as it does by default.
      if (name === 'dataSeed') return 7;
      const value = Number((min + (max - min) * 0.0625).toPrecision(4));
      const whole = integer ? Math.min(max, Math.max(min, Math.round(value))) : value;
      return whole === present ? max : whole;
    }
    case 'text':
      return encodePoints({
        inputs: Float32Array.of(-2, 1, 2, -1, 0, 2),
        labels: Uint8Array.of(0, 1, 3),
      });
  }
}

/** The engine is left to the page, and a short run to the machine. */
const quick: Choices = { steps: 300, engine: 'wasm', width: 12, depth: 3, inputDimension: 6 };

function everythingElse(subject: Choices): Choices {
  const present = completeExperiment(subject);
  const others = fieldNames.filter((name) => subject[name] === undefined && !(name in quick));
  return {
    ...Object.fromEntries(
      others
        .filter((name) => name !== 'task' && (name !== 'ownPoints' || subject.data === 'own'))
        .map((name) => [name, another(name, present[name])]),
    ),
    ...quick,
    ...subject,
  };
}

for (const subject of subjects) {
  test(`every field of a link survives the page: ${JSON.stringify(subject)}`, async ({ page }) => {
    const choices = everythingElse(subject);
    const link = formatQuery(choices);
    expect(parseQuery(link).notices).toEqual([]);
    await openPage(page, link);
    await expect(page.locator('.depth-value')).toHaveText('L = 3');
    await expect(page.locator('.notice')).toHaveCount(0);
    // Something has to change for the page to write its link.
    await page.locator('.depth-thumb input').press('ArrowRight');
    await expect(page).toHaveURL(/depth=4/);
    const written = parseQuery(new URL(page.url()).search);
    expect(written.notices).toEqual([]);
    expect(completeExperiment(written.choices)).toEqual(
      completeExperiment({ ...choices, depth: 4 }),
    );
  });
}

test('the links above leave no field out', () => {
  const covered = new Set(
    subjects.flatMap((subject) => {
      const link = new URLSearchParams(formatQuery(everythingElse(subject)));
      return [...link.keys()];
    }),
  );
  // A task is implied by its data, and the other views are opened by tests of their own.
  const left = fieldNames.filter((name) => !covered.has(name) && !['task', 'view'].includes(name));
  expect(left).toEqual([]);
});

test('what is copied is what is shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page, 'data=rings&depth=5&lambda=0.02');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
  const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(parseQuery(copied.search).choices).toMatchObject({
    data: 'rings',
    depth: 5,
    lambda: 0.02,
  });
});
