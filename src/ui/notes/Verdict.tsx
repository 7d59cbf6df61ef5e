import { Button } from 'react-aria-components';
import { bottleneckRank } from '../../analysis/index.ts';
import { figure } from '../../charts/figures.ts';
import type { Experiment } from '../../experiment/index.ts';
import { sentences } from '../../messages/index.ts';
import { labText } from '../../messages/lab.ts';
import { toolsText } from '../../messages/tools.ts';
import { verdictsText } from '../../messages/verdicts.ts';
import type { ClassPicture, Frame, Picture } from '../../session/index.ts';
import { useLab, useLabState } from '../lab.ts';
import { bandsOf, cardOf } from '../pictures/card-of.ts';
import { Prose } from './Prose.tsx';
import { wayOutOfCollapse } from './way-out-of-collapse.ts';

/** One sentence that says what the run shows, and a way out where it went wrong. */
export function Verdict() {
  const lab = useLab();
  const frame = useLabState((state) => state.frame);
  const picture = useLabState((state) => state.picture);
  const outdated = useLabState((state) => state.outdated);
  const run = useLabState((state) => state.run);
  const experiment = useLabState((state) => state.experiment);

  if (frame?.status === 'diverged') {
    const gentler = experiment.learningRate / 10;
    return (
      <p className="verdict" role="status">
        <Prose>
          {verdictsText('run.diverged', {
            rate: figure(experiment.learningRate),
            step: frame.step,
          })}
        </Prose>{' '}
        <Button
          className="link-button"
          onPress={() => {
            lab.choose({ learningRate: Math.max(1e-6, gentler) });
            lab.resume();
          }}
        >
          {verdictsText('run.shorterSteps', { rate: figure(gentler) })}
        </Button>
      </p>
    );
  }
  // Once another run is on its way, that has yet to show what becomes of it.
  if (frame?.collapsed && frame.run === run) {
    const { kind, changes, warmUp, amplitude, lambda } = wayOutOfCollapse(experiment);
    const values = { share: figure(warmUp), amplitude: figure(amplitude), lambda: figure(lambda) };
    return (
      <p className="verdict" role="status">
        <Prose>{verdictsText('run.collapsed')}</Prose> {verdictsText(`run.wayOut.${kind}`, values)}{' '}
        <Button
          className="link-button"
          onPress={() => {
            lab.choose(changes);
            lab.resume();
          }}
        >
          {verdictsText(`run.takeWayOut.${kind}`)}
        </Button>
      </p>
    );
  }
  const isShown = picture !== undefined && !outdated && frame?.run === picture.run;
  const training = frame?.starts?.training ?? 0;
  if (training > 0) {
    const values = {
      training: training + 1,
      count: experiment.starts,
      steps: Math.min(experiment.shortSteps, experiment.steps),
    };
    return (
      <p className="verdict">{labText(isShown ? 'comparing' : 'comparingUnfitted', values)}</p>
    );
  }
  return (
    <p className="verdict" role={frame?.status === 'finished' ? 'status' : undefined}>
      {isShown
        ? sentences([sentence(experiment, picture, frame), whyEnded(experiment, frame)])
        : verdictsText('run.growing')}
    </p>
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
  const isInside = layer > 0 && directions === rank;
  const reached = verdictsText(isInside ? somewhere : nowhere, { depth, rank, layer });
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
