import { useEffect } from 'react';
import { describeRankBracket, drawRankBracket } from '../charts/rank-bracket/rank-bracket.ts';
import { articleText } from '../messages/article.ts';
import { storyText } from '../messages/story.ts';
import { useLab, useLabState } from '../ui/lab.ts';
import { bracketData, isOutOfOrder } from '../ui/pictures/bracket-data.ts';
import { Chart } from '../ui/pictures/Chart.tsx';
import { useSettledCosts } from '../ui/pictures/settled-costs.ts';
import { useReading } from './figure.ts';
import { Panel } from './panels.tsx';

/** The axis reaches at least here, so that it stays while one drags through the depths. */
const maximum = 6;

/** Theorem 1 as a picture: where ‖θ‖²/L stands between Rank_J and the bottleneck rank. */
export function BracketPanel() {
  const lab = useLab();
  const { rank, price, picture, isSettled } = useReading();
  const state = useLabState((all) => all);
  const { outdated, choices } = state;
  useEffect(() => lab.watch({ jacobian: true, representation: false }), [lab]);
  const depth = picture ? picture.dims.length - 1 : 0;
  const resting = isSettled && rank !== 0 ? price : undefined;
  const data = {
    ...bracketData(state, price),
    bottleneckRank: rank,
    settled: useSettledCosts(choices, depth, resting, picture),
  };
  return (
    <Panel
      caption={
        <>
          {storyText('rank.caption')}
          {isOutOfOrder(data) && <> {storyText('rank.outOfOrder')}</>}
        </>
      }
      className="bracket-panel"
      outdated={outdated}
    >
      <Chart
        name={articleText('bracket')}
        description={describeRankBracket(data)}
        draw={(svg, size) => drawRankBracket(svg, data, { ...size, maximum, dimmed: outdated })}
      />
    </Panel>
  );
}
