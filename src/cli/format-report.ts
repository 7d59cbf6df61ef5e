/** An experiment's report as a page of text. */
import { formatQuery } from '../experiment/index.ts';
import type { ClassFindings, Findings } from './findings.ts';
import type { ExperimentReport } from './run-experiment.ts';

/** Singular values printed of every layer. */
const shown = 6;

export function formatReport(report: ExperimentReport): string {
  const { experiment, bottleneckRank } = report;
  const lines: [string, string][] = [
    ['experiment', formatQuery(experiment) || '(all defaults)'],
    ['engine', `${report.engine}: ${report.device}`],
    ['steps', `${report.step} at ${report.stepsPerSecond.toPrecision(3)} per second`],
    ['data loss', number(report.dataLoss)],
    ['total loss', number(report.totalLoss)],
    ['‖θ‖²/L', number(report.normPerLayer)],
    [
      'bottleneck rank',
      `${bottleneckRank.rank} at layer ${bottleneckRank.layer} (σ > ${experiment.threshold} σ₁)`,
    ],
    ['ranks of Z', report.ranks.join(' ')],
    ...findingLines(report.findings),
  ];
  if (report.diverged) lines.push(['', 'The loss stopped being a number: the run diverged.']);
  if (report.collapsed) lines.push(['', 'The outputs are the same everywhere: the run collapsed.']);
  const width = Math.max(...lines.map(([name]) => name.length));
  return [
    ...lines.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
    '',
    table('singular values of W', report.weightSingularValues),
    '',
    table('singular values of Z, centred', report.activationSingularValues),
  ].join('\n');
}

function findingLines(findings: Findings): [string, string][] {
  switch (findings.kind) {
    case 'none':
      return [];
    case 'classes': {
      const { adjacency, bands } = findings;
      const pairs = adjacency.map(([a, b]) => `${a}–${b}`).join(', ') || 'none';
      return [
        ['accuracy', `${(100 * findings.accuracy).toFixed(1)} %`],
        ['tripoints', describeTripoints(findings)],
        ['adjacency', `${pairs}${bands ? `; a path: ${bands.join('-')}` : '; not a path'}`],
        ['regions', String(findings.regions)],
      ];
    }
    case 'teacher':
      return [
        ['true rank', String(findings.trueRank)],
        ['training error', number(findings.trainingError)],
        ['test error', number(findings.testError)],
        ['nonlinearity', findings.nonlinearity.map((ratio) => ratio.toFixed(3)).join(' ')],
      ];
    case 'curve': {
      const { distanceBefore, distanceAfter } = findings;
      return [
        ['distance', `${number(distanceAfter)} after, ${number(distanceBefore)} before`],
        ['distance ratio', number(distanceAfter / distanceBefore)],
      ];
    }
    case 'digits':
      return [
        ['error left', `${number(findings.errorRatio)} of that of noise ${findings.noise} a pixel`],
      ];
  }
}

function describeTripoints({ tripoints }: ClassFindings): string {
  if (tripoints.length === 0) return '0';
  const places = tripoints.map(
    ({ x, y, classes }) => `(${x.toFixed(3)}, ${y.toFixed(3)}) of ${classes.join('/')}`,
  );
  return `${tripoints.length}: ${places.join(', ')}`;
}

function table(title: string, layers: readonly (readonly number[])[]): string {
  const rows = layers.map(
    (values, index) =>
      `${String(index + 1).padStart(5)}  ${values
        .slice(0, shown)
        .map((value) => number(value).padStart(9))
        .join(' ')}`,
  );
  return [`${title} (layer, then the first ${shown})`, ...rows].join('\n');
}

function number(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  return size < 1e-3 || size >= 1e5 ? value.toExponential(2) : value.toPrecision(4);
}
