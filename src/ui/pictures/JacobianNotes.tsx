import { figure } from '../../charts/figures.ts';
import {
  describeJacobianValues,
  drawJacobianValues,
} from '../../charts/jacobian-values/jacobian-values.ts';
import { chartText } from '../../messages/charts.ts';
import { labText } from '../../messages/lab.ts';
import type { JacobianInsight } from '../../session/index.ts';
import { Chart } from './Chart.tsx';

interface JacobianNotesProps {
  readonly jacobian: JacobianInsight;
  readonly dimmed: boolean;
}

/** What Rank_J and the Schatten bound rest on: at which points, and which singular values were found there. */
export function JacobianNotes({ jacobian, dimmed }: JacobianNotesProps) {
  const { spreads, atRank, rank, schatten, counts } = jacobian;
  const points = counts.reduce((sum, count) => sum + count, 0);
  const data = { points, spreads, atRank, rank };
  return (
    <>
      <p className="note">{labText('jacobianValuesHelp')}</p>
      <Chart
        name={labText('jacobianValues')}
        description={describeJacobianValues(data)}
        className={spreads.length > 3 ? 'jacobian-rows' : 'jacobian-rows few'}
        draw={(svg, size) => drawJacobianValues(svg, data, { ...size, dimmed })}
      />
      <p className="note">
        <span data-figure="jacobians">{takenAt(jacobian)}</span> {labText('jacobiansMax')}{' '}
        <span data-figure="schatten">
          {labText(schatten.holds ? 'schattenHolds' : 'schattenViolated', {
            left: figure(schatten.left),
            right: figure(schatten.right),
          })}
        </span>
      </p>
    </>
  );
}

function takenAt({ points: { data, of, grid }, counts }: JacobianInsight): string {
  const which = data === of ? 'all' : 'some';
  const ranks = counts
    .map((number, rank) => ({ number, rank }))
    .filter(({ number, rank }) => number > 0 || rank <= 2)
    .map((values) => labText('jacobiansOfRank', values))
    .join(chartText('comma'));
  return labText(grid > 0 ? `jacobians.${which}AndGrid` : `jacobians.${which}`, {
    data,
    all: of,
    grid,
    counts: ranks,
  });
}
