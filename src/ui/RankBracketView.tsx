import { bottleneckRank } from '../analysis/index.ts';
import { figure } from '../charts/figures.ts';
import { describeRankBracket, drawRankBracket } from '../charts/rank-bracket.ts';
import { Chart } from './Chart.tsx';
import { useLabState } from './lab.ts';
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
        <h3>Between two ranks</h3>
        <p>
          Theorem: as <var>L</var> grows, the least possible ‖θ‖²/<var>L</var> of a function tends
          to a number from its Jacobian rank to its bottleneck rank.
        </p>
      </figcaption>
      <Chart
        name="Jacobian rank, bottleneck rank and the cost per layer"
        description={describeRankBracket(data)}
        draw={(svg, size) => drawRankBracket(svg, data, { ...size, dimmed: outdated })}
      />
      {jacobian && (
        <p className="note">
          {`Jacobians at ${jacobian.counts.reduce((sum, count) => sum + count, 0)} points: ${jacobian.counts
            .map((count, rank) => ({ count, rank }))
            .filter(({ count, rank }) => count > 0 || rank <= 2)
            .map(({ count, rank }) => `${count} of rank ${rank}`)
            .join(', ')}. `}
          <span data-figure="schatten">
            {`Schatten bound ${figure(jacobian.schatten.left)} ≤ ${figure(jacobian.schatten.right)}: ${
              jacobian.schatten.holds ? 'holds' : 'violated'
            }.`}
          </span>
        </p>
      )}
    </figure>
  );
}
