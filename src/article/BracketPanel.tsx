import { useEffect } from 'react';
import { describeRankBracket, drawRankBracket } from '../charts/rank-bracket/rank-bracket.ts';
import { articleText } from '../messages/article.ts';
import { storyText } from '../messages/story.ts';
import { useLab, useLabState } from '../ui/lab.ts';
import { Chart } from '../ui/pictures/Chart.tsx';
import { useOutdated } from '../ui/pictures/shown-picture.ts';
import { useReading } from './figure.ts';
import { Panel } from './panels.tsx';

/** Values of ‖θ‖²/L that the pointer leaves behind. */
const trailLength = 200;
/** The axis reaches at least here, so that it stays while one drags through the depths. */
const maximum = 6;

/** Theorem 1 as a picture: where ‖θ‖²/L stands between Rank_J and the bottleneck rank. */
export function BracketPanel() {
  const lab = useLab();
  const { rank, price, depth } = useReading();
  const norms = useLabState((state) => state.record.parameterNorm);
  const jacobian = useLabState((state) => state.insight?.jacobian);
  const outdated = useOutdated();
  useEffect(() => lab.watch({ jacobian: true, representation: false }), [lab]);
  const stride = Math.max(1, Math.floor(norms.length / trailLength));
  const trail = norms.filter((_, i) => i % stride === 0).map((norm) => norm / depth);
  const data = {
    jacobianRank: jacobian?.rank,
    bottleneckRank: rank,
    cost: price,
    trail: trail.slice(-trailLength),
    schatten: jacobian?.schatten.left,
  };
  return (
    <Panel caption={storyText('rank.caption')} className="bracket-panel" outdated={outdated}>
      <Chart
        name={articleText('bracket')}
        description={describeRankBracket(data)}
        draw={(svg, size) => drawRankBracket(svg, data, { ...size, maximum, dimmed: outdated })}
      />
    </Panel>
  );
}
