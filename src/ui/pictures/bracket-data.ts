/** What the bracket of ranks shows of a run: both ranks, what its network pays, and what others paid. */
import { bottleneckRank } from '../../analysis/index.ts';
import type { RankBracketData } from '../../charts/rank-bracket/rank-bracket.ts';
import type { LabState } from '../../session/index.ts';

/** Values of ‖θ‖²/L that the pointer leaves behind. */
const trailLength = 200;

type Shown = Pick<LabState, 'frame' | 'record' | 'picture' | 'insight' | 'outdated' | 'experiment'>;

/**
 * The bracket of a run. Right after a change of depth the picture is of the run before, and so may
 * the record be; each norm is divided by the depth of the network that has it, and the Schatten
 * bound of one network is never held against the norm of another.
 * @param price ‖θ‖²/L where it is known without a frame
 */
export function bracketData(
  { frame, record, picture, insight, outdated, experiment }: Shown,
  price?: number,
): RankBracketData {
  const { parameterNorm: norms, depth } = record;
  const stride = Math.max(1, Math.floor(norms.length / trailLength));
  const trail = norms.filter((_, i) => i % stride === 0).map((norm) => norm / depth);
  // A settled network from a file has a norm before it has a record.
  const present = frame ? frame.parameterNorm / frame.depth : Number.NaN;
  const jacobian = insight?.jacobian;
  return {
    jacobianRank: jacobian?.rank,
    bottleneckRank: picture && bottleneckRank(picture.spectra, experiment.threshold).rank,
    cost: price ?? (Number.isFinite(present) ? present : undefined),
    trail: trail.slice(-trailLength),
    schatten:
      jacobian && !outdated
        ? { bound: jacobian.schatten.left, holds: jacobian.schatten.holds }
        : undefined,
  };
}

/** Read off with a threshold, the Jacobian rank may exceed the bottleneck rank, which exact ranks cannot. */
export function isOutOfOrder({ jacobianRank, bottleneckRank: rank }: RankBracketData): boolean {
  return jacobianRank !== undefined && rank !== undefined && jacobianRank > rank;
}
