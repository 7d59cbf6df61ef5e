import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { bottleneckRank } from '../../analysis/index.ts';
import { figure } from '../../charts/figures.ts';
import type { Experiment } from '../../experiment/index.ts';
import { sentences } from '../../messages/index.ts';
import { labText } from '../../messages/lab.ts';
import { toolsText } from '../../messages/tools.ts';
import { verdictsText } from '../../messages/verdicts.ts';
import type { ClassPicture, Frame, Picture } from '../../session/index.ts';
import { useLab, useLabState, useShownDepth } from '../lab.ts';
import { afterPicture } from '../later.ts';
import { bandsOf, cardOf } from '../pictures/card-of.ts';
import { Prose } from './Prose.tsx';

// A run has to be seen to have collapsed before there is anything to offer.
const useWayOut = afterPicture(async () => (await import('./WayOut.tsx')).WayOut);

interface VerdictProps {
  /** Says only what keeps the run from showing anything yet, in fewer words. */
  readonly brief?: boolean;
}

/** One sentence that says what the run shows, and a way out where it went wrong. */
export function Verdict({ brief = false }: VerdictProps) {
  const frame = useLabState((state) => state.frame);
  const picture = useLabState((state) => state.picture);
  const outdated = useLabState((state) => state.outdated);
  const run = useLabState((state) => state.run);
  const experiment = useLabState((state) => state.experiment);
  const layers = useShownDepth();
  const text = useRef<HTMLParagraphElement>(null);
  const [announced, setAnnounced] = useState('');

  const hasDiverged = frame?.status === 'diverged';
  // Once another run is on its way, that has yet to show what becomes of it.
  const hasCollapsed = frame?.collapsed && frame.run === run;
  const training = frame?.starts?.training ?? 0;
  const isOver = hasDiverged || hasCollapsed || (training === 0 && frame?.status === 'finished');
  // A region of its own, which stands there before it has anything to say: readers of screens may
  // pass over one that comes together with its words.
  useEffect(() => setAnnounced((isOver && text.current?.textContent) || ''));

  const isShown = picture !== undefined && !outdated && frame?.run === picture.run;
  const words = () => {
    if (hasDiverged) return <Diverged step={frame.step} />;
    if (hasCollapsed) return <Collapsed brief={brief} />;
    if (training > 0 || layers < experiment.depth) {
      const { depth, starts: count, steps, shortSteps } = experiment;
      const shallow = layers < depth && (count > 1 ? 'comparingShallow' : 'beginsShallow');
      const which = shallow || (isShown ? 'comparing' : 'comparingUnfitted');
      const values = { training: training + 1, count, depth, layers };
      return labText(which, { ...values, steps: Math.min(shortSteps, steps) });
    }
    if (brief) return undefined;
    return isShown
      ? sentences([sentence(experiment, picture, frame), whyEnded(experiment, frame)])
      : verdictsText('run.growing');
  };
  return (
    <>
      <p ref={text} className="verdict">
        {words()}
      </p>
      <p className="unseen" role="status">
        {announced}
      </p>
    </>
  );
}

function Diverged({ step }: { readonly step: number }) {
  const lab = useLab();
  const rate = useLabState((state) => state.experiment.learningRate);
  const gentler = rate / 10;
  return (
    <>
      <Prose>{verdictsText('run.diverged', { rate: figure(rate), step })}</Prose>{' '}
      <Button
        className="link-button"
        onPress={() => {
          lab.choose({ learningRate: Math.max(1e-6, gentler) });
          lab.resume();
        }}
      >
        {verdictsText('run.shorterSteps', { rate: figure(gentler) })}
      </Button>
    </>
  );
}

function Collapsed({ brief }: { readonly brief: boolean }) {
  const WayOut = useWayOut();
  return (
    <>
      <Prose>{verdictsText('run.collapsed')}</Prose> {WayOut && <WayOut brief={brief} />}
    </>
  );
}

/** Where the run was to end once it settled: whether it did. */
function whyEnded({ stop }: Experiment, { ended }: Frame): string {
  if (stop !== 'settled' || ended === undefined) return '';
  return toolsText(ended === 'settled' ? 'stoppedSettled' : 'stoppedUnsettled');
}

function sentence(experiment: Experiment, picture: Picture, frame: Frame): string {
  const { depth, threshold } = experiment;
  const { rank, layer, directions } = bottleneckRank(picture.spectra, threshold);
  const isSettled = frame.status === 'finished' || frame.settled !== undefined;
  const [somewhere, nowhere] = isSettled
    ? (['run.settled', 'run.settledNowhere'] as const)
    : (['run.at', 'run.atNowhere'] as const);
  // Where every layer shows more directions than there are inputs or outputs, no layer is the bottleneck.
  const isWide = directions > rank;
  const where = layer > 0 && !isWide ? somewhere : nowhere;
  const place = verdictsText(where, { depth, rank, layer });
  const reached = isWide ? verdictsText('run.wide', { reached: place, directions }) : place;
  switch (picture.kind) {
    case 'teacher': {
      const asked = experiment.trueRank;
      return sentences([
        verdictsText('run.teacher', {
          reached,
          trueRank: picture.trueRank,
          trainingError: figure(picture.trainingError),
          testError: figure(picture.testError),
        }),
        asked > picture.trueRank ? verdictsText('run.teacherNarrow', { asked }) : '',
      ]);
    }
    case 'curve':
      return verdictsText('run.curve', {
        reached,
        distance: figure(picture.distanceAfter, 2),
        ratio: figure(picture.distanceAfter / picture.distanceBefore, 2),
      });
    case 'digits':
      return verdictsText('run.digits', { reached, ratio: figure(picture.errorRatio, 2) });
  }
  const bands = rank === 1 ? bandsOf(cardOf(picture, threshold)) : undefined;
  if (bands) {
    return verdictsText(bands === 'ordered' ? 'run.orderedBands' : 'run.bands', { reached });
  }
  return meetingSentence(reached, picture, frame.carriedFrom);
}

/** @param carriedFrom the depth at which the network was begun, where it was carried over */
function meetingSentence(
  reached: string,
  { topology }: ClassPicture,
  carriedFrom: number | undefined,
) {
  return sentences([
    verdictsText('run.meet', { reached, count: topology.tripoints.length }),
    carriedFrom === undefined ? '' : verdictsText('run.carried', { depth: carriedFrom }),
  ]);
}
