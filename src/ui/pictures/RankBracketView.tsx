import { describeRankBracket, drawRankBracket } from '../../charts/rank-bracket/rank-bracket.ts';
import { labText } from '../../messages/lab.ts';
import { useLabState } from '../lab.ts';
import { Prose } from '../notes/Prose.tsx';
import { bracketData, isOutOfOrder } from './bracket-data.ts';
import { Chart } from './Chart.tsx';
import { JacobianNotes } from './JacobianNotes.tsx';
import { useSettledCosts } from './settled-costs.ts';

/** Theorem 1 as a picture: ‖θ‖²/L walks towards a rank between Rank_J and the bottleneck rank. */
export function RankBracketView() {
  const state = useLabState((all) => all);
  const { insight, outdated, choices, frame, run } = state;
  const jacobian = insight?.jacobian;
  const bare = bracketData(state);
  const rests = frame?.status === 'finished' || frame?.settled !== undefined;
  const resting = rests && !frame.collapsed && frame.run === run ? bare.cost : undefined;
  const data = { ...bare, settled: useSettledCosts(choices, frame?.depth ?? 0, resting, frame) };
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
      {isOutOfOrder(data) && <p className="note">{labText('ranksOutOfOrder')}</p>}
      {jacobian && <JacobianNotes jacobian={jacobian} dimmed={outdated} />}
    </figure>
  );
}
