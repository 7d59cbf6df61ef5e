import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** What runs in the worker, at least in part: the present language is none of its business. */
const folders = ['experiment', 'engine', 'analysis', 'snapshot', 'session'];

it.each(folders)('%s hands out references and imports no catalogue', (folder) => {
  const imports = readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(join('src', folder, name), 'utf8').matchAll(/from '[./]*\/messages\/(.*)'/g),
    ])
    .map((match) => match[1]);
  expect(new Set(imports)).toEqual(new Set(['reference.ts']));
});
