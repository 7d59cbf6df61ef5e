import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hardCodedWords } from './hard-coded.ts';

/** Titles of papers and bibliographies are written in the language of the papers. */
const citations = new Set(['src/ui/notes/References.tsx', 'src/article/Foot.tsx']);

const files = ['src/ui', 'src/article', 'src/charts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);

describe('what people read', () => {
  it.each(files.filter((file) => !citations.has(file)))('comes from a catalogue in %s', (file) => {
    expect(hardCodedWords(readFileSync(file, 'utf8'), file)).toEqual([]);
  });
});

describe('the search for words in the code', () => {
  it.each([
    ['<p>Hello there</p>', 'Hello there'],
    ['<p aria-label="Depth" />', 'Depth'],
    [`<Chart title={wide ? \`Layer \${n}\` : name} />`, 'Layer ·'],
    ["label.text('rank')", 'rank'],
    ["label.text(() => isUp ? 'rank' : '')", 'rank'],
    ["const data = { title: 'loss', scale: 'log' };", 'loss'],
    ["const verdict = 'The network has settled.';", 'The network has settled.'],
    [`say(\`At depth \${depth} it has rank \${rank}.\`)`, 'At depth · it has rank ·.'],
  ])('finds them in %s', (source, words) => {
    expect(hardCodedWords(source, 'a.tsx')).toEqual([`1: ${words}`]);
  });

  it.each([
    '<var>L</var>',
    '<p className="view main-view" aria-label={labText(\'depth\')} />',
    `axis.text('ℓ').attr('class', 'layer title').attr('d', \`M0,0H\${width}\`)`,
    "const data = { title: labText('run.loss'), label: '‖θ‖²/L' };",
    "throw new Error('The page has no such element.')",
    "type Side = 'To the left.';",
    '<h1>Rankfall</h1>',
    "const format = { title: 'SVG' };",
  ])('leaves %s alone', (source) => {
    expect(hardCodedWords(source, 'a.tsx')).toEqual([]);
  });
});
