/** What came of reading a table, in words. */
import { figure } from '../../charts/figures.ts';
import { type CsvProblem, type CsvResult, className, type Fit } from '../../experiment/index.ts';
import { list, sentences } from '../../messages/index.ts';
import { toolsText } from '../../messages/tools.ts';
import type { ImportOutcome } from './import-table.ts';

/** Problems named one by one; of more, only how many there are. */
const named = 6;

/** What came of a table, in the language of the moment: in one line where it was taken over. */
export function outcomeLines(outcome: ImportOutcome): string[] {
  if ('points' in outcome) return [takenOver(outcome)];
  if ('tooLong' in outcome) return [toolsText('csvTooLong', { name: outcome.tooLong })];
  return [toolsText('csvNothingTaken'), ...problemLines(outcome.problems)];
}

/** One line for each problem of a table. */
function problemLines(problems: readonly CsvProblem[]): string[] {
  const lines = problems.slice(0, named).map(problemLine);
  const more = problems.length - named;
  return more > 0 ? [...lines, toolsText('csvMore', { count: more })] : lines;
}

function problemLine(problem: CsvProblem): string {
  switch (problem.kind) {
    case 'empty':
      return toolsText('csvEmpty');
    case 'too-few-columns':
      return toolsText('csvTooFewColumns', { line: problem.line, count: problem.columns });
    case 'not-a-number':
      return problem.text === ''
        ? toolsText('csvNoNumber', { line: problem.line })
        : toolsText('csvNotANumber', { line: problem.line, text: problem.text.slice(0, 40) });
    case 'no-class':
      return toolsText('csvNoClass', { line: problem.line });
    case 'unclosed-quote':
      return toolsText('csvUnclosedQuote', { line: problem.line });
    case 'too-many-points':
      return toolsText('csvTooManyPoints', { count: problem.count, most: problem.most });
    case 'too-many-classes':
      return toolsText('csvTooManyClasses', {
        count: problem.names.length,
        most: problem.most,
        names: list(problem.names.slice(0, 8).map((name) => name.slice(0, 24))),
      });
  }
}

/** What was taken over, under which names, and how it was scaled. */
function takenOver({
  points,
  names,
  fit,
}: Exclude<CsvResult, { readonly problems: unknown }>): string {
  const renamed = names.flatMap((name, label) =>
    name === '' || name === className(label) ? [] : [`${name} → ${className(label)}`],
  );
  return sentences([
    toolsText('csvTaken', { count: points.labels.length }),
    renamed.length > 0 ? toolsText('csvRenamed', { names: list(renamed) }) : '',
    fit ? scaled(fit) : '',
  ]);
}

function scaled({ centre, factor }: Fit): string {
  const [x, y] = centre.map((value) => figure(value));
  return factor[0] === factor[1]
    ? toolsText('csvScaled', { x, y, factor: figure(factor[0]) })
    : toolsText('csvScaledEach', { x, y, xFactor: figure(factor[0]), yFactor: figure(factor[1]) });
}
