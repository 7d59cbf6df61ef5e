import { bottleneckRank } from '../../analysis/index.ts';
import { figure } from '../../charts/figures.ts';
import { describeRankBracket, drawRankBracket } from '../../charts/rank-bracket/rank-bracket.ts';
import { chartText } from '../../messages/charts.ts';
import { labText } from '../../messages/lab.ts';
import { useLabState } from '../lab.ts';
import { Prose } from '../notes/Prose.tsx';
import { Chart } from './Chart.tsx';
import { useOutdated } from './shown-picture.ts';

/** Values of ‖θ‖²/L that the pointer leaves behind. */
const trailLength = 200;

/** Theorem 1 as a picture: ‖θ‖²/L walks towards a rank between Rank_J and the bottleneck rank. */
export function RankBracketView() {
  const { depth, threshold } = useLabState((state) => state.experiment);
  const picture = useLabState((state) => state.picture);
  const norms = useLabState((state) => state.record.parameterNorm);
  const jacobian = useLabState((state) => state.insight?.jacobian);
  const outdated = useOutdated();
  const stride = Math.max(1, Math.floor(norms.length / trailLength));
  const trail = norms.filter((_, i) => i % stride === 0).map((norm) => norm / depth);
  const data = {
    jacobianRank: jacobian?.rank,
    bottleneckRank: picture && bottleneckRank(picture.spectra, threshold).rank,
    cost: norms.length > 0 ? norms[norms.length - 1] / depth : undefined,
    trail: trail.slice(-trailLength),
    schatten: jacobian?.schatten.left,
  };
  return (
    <figure className="view bracket-view">
      <figcaption>
        <h3>{labText('bracket')}</h3>
        <p>
          <Prose>{labText('bracketHelp')}</Prose>
        </p>
      </figcaption>
      <Chart
        name={labText('bracketChart')}
        description={describeRankBracket(data)}
        draw={(svg, size) => drawRankBracket(svg, data, { ...size, dimmed: outdated })}
      />
      {jacobian && (
        <p className="note">
          {labText('jacobians', {
            points: jacobian.counts.reduce((sum, count) => sum + count, 0),
            counts: jacobian.counts
              .map((number, rank) => ({ number, rank }))
              .filter(({ number, rank }) => number > 0 || rank <= 2)
              .map((values) => labText('jacobiansOfRank', values))
              .join(chartText('comma')),
          })}{' '}
          <span data-figure="schatten">
            {labText(jacobian.schatten.holds ? 'schattenHolds' : 'schattenViolated', {
              left: figure(jacobian.schatten.left),
              right: figure(jacobian.schatten.right),
            })}
          </span>
        </p>
      )}
    </figure>
  );
}
