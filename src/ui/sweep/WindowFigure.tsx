import { sweepText } from '../../messages/sweep.ts';
import { type CellResult, type SweepSpec, windowMap } from '../../sweep/index.ts';
import { OneOf } from '../controls/OneOf.tsx';
import { useBench, useSweeps } from './bench-context.ts';
import { Sentences, Statement } from './Statement.tsx';
import {
  drawSentences,
  furtherSentence,
  guideSentence,
  type MapMode,
  underestimateSentences,
  windowSentences,
} from './statements/window.ts';
import { WindowMaps } from './WindowMaps.tsx';
import { mapData, originsAmong, quantityData } from './window-data.ts';

interface WindowFigureProps {
  readonly spec: SweepSpec;
  /** Of one λ and one width. */
  readonly results: readonly CellResult[];
  /** Of other sweeps of the same recipe, at this λ and width. */
  readonly further: readonly CellResult[];
  readonly trueRank: number;
}

const modes: readonly MapMode[] = ['found', 'cheapest'];

/** The window map in either mode, with where the window lies in words. */
export function WindowFigure({ spec, results, further, trueRank }: WindowFigureProps) {
  const { store } = useBench();
  const mode = useSweeps((state) => state.mode);
  const cells = windowMap(results, further);
  const originOf = originsAmong([results, further]);
  const data = mapData(cells, trueRank, mode, originOf);
  const quantities = (['testError', 'totalLoss'] as const).flatMap(
    (name) => quantityData(cells, trueRank, mode, name, originOf) ?? [],
  );
  const guide = guideSentence(cells, trueRank);
  return (
    <figure className="sweep-figure notes-under">
      <h2 className="sweep-heading">{sweepText('window.title', { k: trueRank })}</h2>
      <p className="sweep-lead">{sweepText('window.lead', { k: trueRank })}</p>
      <OneOf
        className="mode-switch"
        optionClassName="task-button"
        aria-label={sweepText('window.mode')}
        options={modes.map((name) => ({ name, content: sweepText(`window.mode.${name}`) }))}
        chosen={mode}
        onChoose={(chosen) => store.setState({ mode: chosen })}
      />
      <p className="mode-note">{sweepText(`window.note.${mode}`)}</p>
      <WindowMaps
        name={`${sweepText('window.title', { k: trueRank })}, ${sweepText(`window.mode.${mode}`)}`}
        mode={sweepText(`window.mode.${mode}`)}
        ranks={data}
        quantities={quantities}
        grid={spec.axes}
      />
      <figcaption className="statements">
        <Statement mark="measured">
          <Sentences
            of={[
              ...windowSentences(cells, trueRank, mode),
              ...(mode === 'cheapest' ? drawSentences(cells, trueRank) : []),
              ...underestimateSentences(cells, trueRank),
              ...furtherSentence(cells),
            ]}
          />
        </Statement>
        <Statement mark="theorem">
          <p>{sweepText('window.theorem')}</p>
        </Statement>
        <Statement mark="derived">
          <p>{sweepText('window.derived')}</p>
          {guide !== undefined && <p>{guide}</p>}
        </Statement>
        <Statement mark="conjecture">
          <p>{sweepText('window.conjecture')}</p>
        </Statement>
      </figcaption>
    </figure>
  );
}
