/** Tables in Markdown. */
import type { Claim } from './section.ts';

export function tableOf(
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

const verdicts = { holds: 'holds', fails: '**does not hold**' };

export function claimsTable(claims: readonly Claim[]): string {
  return tableOf(
    ['Claim', 'The paper reports', 'Here', 'Verdict'],
    claims.map(({ claim, paper, found, holds }) => [
      claim,
      paper,
      found,
      holds ? verdicts.holds : verdicts.fails,
    ]),
  );
}

/** How many claims a text written with `claimsTable` makes, and how many of them hold. */
export function countVerdicts(markdown: string): { readonly all: number; readonly held: number } {
  const endings = markdown.split('\n').map((line) => line.split(' | ').at(-1));
  const held = endings.filter((cell) => cell === `${verdicts.holds} |`).length;
  const failed = endings.filter((cell) => cell === `${verdicts.fails} |`).length;
  return { all: held + failed, held };
}
