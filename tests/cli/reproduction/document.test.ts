import { describe, expect, it } from 'vitest';
import { writeDocument, writeSection } from '../../../src/cli/reproduction/document.ts';
import { curveSection } from '../../../src/cli/reproduction/figure-3.ts';
import { countVerdicts } from '../../../src/cli/reproduction/markdown.ts';
import { reportsOn } from './made-up-report.ts';

const titles = ['One', 'Two', 'Three'];
const section = (title: string, text: string, verdict = 'holds') =>
  `## ${title}\n\n${text}\n\n| Claim | The paper reports | Here | Verdict |\n| --- | --- | --- | --- |\n| a | b | c | ${verdict} |`;

describe('a section', () => {
  it('says when, from what and with which seeds it was run, and what the paper reports', () => {
    const seeds = [0, 1];
    const reports = reportsOn(curveSection, seeds, ({ depth }) => ({
      findings: { kind: 'curve', distanceBefore: 1, distanceAfter: depth === 6 ? 0.02 : 0.2 },
    }));
    const text = writeSection(curveSection, seeds, reports, {
      date: '2026-01-02',
      revision: 'abc1234',
    });
    expect(text).toMatch(/^## Figure 3 \(B, C\)/);
    expect(text).toContain('Run on 2026-01-02 at revision abc1234: 10 runs, seeds 0, 1');
    expect(text).toContain('engine “wasm”');
    expect(text).toContain('| Claim | The paper reports | Here | Verdict |');
    expect(text).toContain('they land on the curve, no number | 2 of 2 | holds |');
    expect(text).toContain('0.0001 ‖θ‖² (λ, not divided by L)');
    expect(countVerdicts(text)).toEqual({ all: 2, held: 1 });
  });
});

describe('the document', () => {
  it('takes in what was run now and keeps the rest, in the order of the figures', () => {
    const before = writeDocument(titles, [section('One', 'old'), section('Three', 'old')]);
    const after = writeDocument(titles, [section('Two', 'new'), section('One', 'new')], before);
    const headings = [...after.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    expect(headings).toEqual(titles);
    expect(after.match(/^(old|new)$/gm)).toEqual(['new', 'new', 'old']);
  });

  it('counts the claims of all its sections, kept or new', () => {
    const before = writeDocument(titles, [section('One', '', '**does not hold**')]);
    expect(before).toContain('0 of 1 claims hold');
    const after = writeDocument(titles, [section('Two', '')], before);
    expect(after).toContain('1 of 2 claims hold');
  });

  it('forgets sections that nothing makes any more', () => {
    const before = writeDocument(['Gone'], [section('Gone', 'old')]);
    expect(writeDocument(titles, [section('One', 'new')], before)).not.toContain('Gone');
  });

  it('is the same after it has been read and written again', () => {
    const text = writeDocument(titles, [section('One', 'x'), section('Two', 'y')]);
    expect(writeDocument(titles, [], text)).toBe(text);
  });
});
