/**
 * Fails where the page loads more JavaScript than it may before its worker starts: everything
 * that index.html pulls in, followed through static imports, gzipped.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const limit = 180_000;
const root = 'dist';
const seen = new Map();

function follow(file) {
  if (seen.has(file)) return;
  const text = readFileSync(join(root, file), 'utf8');
  seen.set(file, gzipSync(text, { level: 9 }).length);
  for (const [, path] of text.matchAll(/(?:import|from)\s*"(\.{1,2}\/[^"]+\.js)"/g)) {
    follow(normalize(join(dirname(file), path)));
  }
}

const html = readFileSync(join(root, 'index.html'), 'utf8');
for (const [, path] of html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)) follow(path);
const total = [...seen.values()].reduce((sum, size) => sum + size, 0);
for (const [file, size] of seen) console.log(`${String(size).padStart(8)} B gzipped  ${file}`);
console.log(`${String(total).padStart(8)} B gzipped in all; the limit is ${limit} B.`);
if (seen.size === 0) throw new Error('dist/index.html loads no JavaScript: build the page first.');
if (total > limit) {
  console.error('The page has grown over its limit.');
  process.exitCode = 1;
}
