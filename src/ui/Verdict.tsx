import { Button } from 'react-aria-components';
import { bottleneckRank } from '../analysis/index.ts';
import { adjacencyIsPath } from '../analysis/topology/index.ts';
import { counted, figure } from '../charts/figures.ts';
import type { Experiment } from '../experiment/index.ts';
import { scienceText } from '../messages/science.ts';
import type { ClassPicture, Frame, Picture } from '../session/index.ts';
import { useLab, useLabState } from './lab.ts';

/** One sentence that says what the run shows, and a way out where it went wrong. */
export function Verdict() {
  const lab = useLab();
  const frame = useLabState((state) => state.frame);
  const picture = useLabState((state) => state.picture);
  const outdated = useLabState((state) => state.outdated);
  const experiment = useLabState((state) => state.experiment);

  if (frame?.status === 'diverged') {
    const gentler = experiment.learningRate / 10;
    return (
      <p className="verdict" role="status">
        <strong>The loss stopped being a number.</strong> Steps of {figure(experiment.learningRate)}{' '}
        are too long here; the network went back to step {frame.step}, where all was well.{' '}
        <Button
          className="link-button"
          onPress={() => {
            lab.choose({ learningRate: Math.max(1e-6, gentler) });
            lab.resume();
          }}
        >
          Go on with steps of {figure(gentler)}
        </Button>
      </p>
    );
  }
  if (frame?.collapsed) {
    return (
      <p className="verdict" role="status">
        <strong>This run has collapsed:</strong> the network gives the same answer everywhere, a
        local minimum at zero that the ridge holds it in.{' '}
        <Button
          className="link-button"
          onPress={() => lab.choose({ init: undefined, warmUp: 0.1, amplitude: 1e-2, clip: 0.1 })}
        >
          Restart with a gentler ridge
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
      <p className="verdict">{scienceText(isShown ? 'comparing' : 'comparingUnfitted', values)}</p>
    );
  }
  return (
    <p className="verdict" role={frame?.status === 'finished' ? 'status' : undefined}>
      {isShown
        ? sentence(experiment, picture, frame)
        : 'Growing from a small function: the picture is that of the last run until this one fits its data.'}
    </p>
  );
}

function sentence(experiment: Experiment, picture: Picture, frame: Frame) {
  const { depth, threshold } = experiment;
  const { rank, layer } = bottleneckRank(picture.spectra, threshold);
  const reached = `At depth ${depth} the network ${
    frame.status === 'finished' ? 'settled at' : 'is at'
  } bottleneck rank`;
  const where = layer > 0 ? ` (layer ${layer})` : '';
  switch (picture.kind) {
    case 'teacher':
      return `${reached} ${rank}${where}; its teacher has rank ${picture.trueRank}. The error is ${figure(picture.trainingError)} on the points it was trained on and ${figure(picture.testError)} on others.`;
    case 'curve':
      return `${reached} ${rank}${where}: a point of the plane ends ${figure(picture.distanceAfter, 2)} from the curve on average, ${figure(picture.distanceAfter / picture.distanceBefore, 2)} of the distance it began at.`;
    case 'digits':
      return `${reached} ${rank}${where}: its answers to noisy digits it has not seen are wrong by ${figure(picture.errorRatio, 2)} of the noise.`;
  }
  return classSentence(reached, where, rank, picture, experiment.depthChange === 'carry');
}

function classSentence(
  reached: string,
  where: string,
  rank: number,
  picture: ClassPicture,
  kept: boolean,
) {
  const { tripoints, labelsPresent } = picture.topology;
  const many = tripoints.length;
  if (many === 0 && rank === 1 && labelsPresent.length > 1) {
    return `${reached} 1${where}: it folds the plane onto a line, so the classes lie in ${
      adjacencyIsPath(picture.topology) ? 'ordered bands' : 'bands'
    } and there are no tripoints.`;
  }
  return `${reached} ${rank}${where}, and its classes meet in ${counted(many, 'tripoint')}.${
    kept
      ? ' The network was carried over, and low rank comes from growing up from zero rather than from wearing down: compare the loss with that of a restart.'
      : ''
  }`;
}
