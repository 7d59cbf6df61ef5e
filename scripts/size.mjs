/**
 * Fails where a view loads more JavaScript than it may before it can be used: everything that
 * index.html pulls in and what it then fetches for the view, followed through static imports,
 * gzipped.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** By the beginning of the view's file. The lab and the comparison of two have all controls and charts of networks. */
const limits = { article: 165_000, sweep: 180_000, compare: 190_000, 'open-lab': 190_000 };
const root = 'dist';
const sizes = new Map();

/** @returns {{ size: number, imports: string[], fetches: string[] }} */
function read(file) {
  const known = sizes.get(file);
  if (known) return known;
  const text = readFileSync(join(root, file), 'utf8');
  const beside = (path) => normalize(join(dirname(file), path));
  const found = (pattern) => [...text.matchAll(pattern)].map(([, path]) => beside(path));
  const script = {
    size: gzipSync(text, { level: 9 }).length,
    imports: found(/(?:import|from)\s*"(\.{1,2}\/[^"]+\.js)"/g),
    fetches: found(/import\(["'`](\.{1,2}\/[^"'`]+\.js)["'`]\)/g),
  };
  sizes.set(file, script);
  return script;
}

/** Adds a script, and those it cannot run without, to `loaded`. */
function follow(file, loaded) {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  for (const path of read(file).imports) follow(path, loaded);
  return loaded;
}

const html = readFileSync(join(root, 'index.html'), 'utf8');
const [, main] = html.match(/import\(["'`]\.\/([^"'`]+\.js)["'`]\)/) ?? [];
if (!main) throw new Error('dist/index.html loads no JavaScript: build the page first.');

const entry = follow(main, new Set());
const views = read(main).fetches;
const total = (files) => [...files].reduce((sum, file) => sum + read(file).size, 0);
for (const view of views) {
  const size = total(follow(view, new Set(entry)));
  console.log(`${String(size).padStart(8)} B gzipped  ${basename(view)} with all it needs`);
  const [, limit] = Object.entries(limits).find(([name]) => basename(view).startsWith(name)) ?? [];
  if (limit === undefined) throw new Error(`There is no limit for ${basename(view)}.`);
  if (size > limit) {
    console.error(`It has grown over the limit of ${limit} B.`);
    process.exitCode = 1;
  }
}
console.log(`${String(total(entry)).padStart(8)} B gzipped of these are shared by all.`);
