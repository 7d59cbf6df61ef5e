import { figure } from '../charts/figures.ts';
import { parameterCount } from '../engine/index.ts';
import { problemOf } from '../engine/prepare.ts';
import { snapshotText } from '../messages/snapshot.ts';
import { useFigure, useLife } from './figure.ts';
import { MarginNote } from './MarginNote.tsx';

/** Why a file of so many networks is so small; nothing before the file is here. */
export function FileNote() {
  const lab = useFigure();
  // The file has come once the figure has a source.
  useLife((life) => life.source);
  const set = lab.settled()?.set;
  const deepest = set?.at(set.depths.at(-1) ?? 0);
  if (!set || !deepest) return null;
  const { data, depth, experiment } = deepest;
  const weights = parameterCount(problemOf(data, depth, experiment.width).dims);
  return (
    <MarginNote mark="measured">
      {snapshotText('small', {
        count: set.depths.length,
        kilobytes: figure(set.bytes / 1000, 2),
        full: figure((4 * weights) / 1000, 3),
      })}
    </MarginNote>
  );
}
