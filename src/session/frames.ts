/**
 * What is seen of a run: frames that say how it stands, as often as somebody can follow, and with
 * a picture as often as its cost allows.
 */
import { accuracy, predictedClasses } from '../analysis/index.ts';
import type { PreparedRun, TrainingEngine } from '../engine/index.ts';
import type { ReferenceValue } from '../messages/reference.ts';
import type { Camera, Shot } from './camera.ts';
import type { Frame, Picture } from './frame.ts';
import type { GoodState } from './good-state.ts';
import type { Watch } from './insight.ts';
import type { RunAccount } from './run-account.ts';
import type { ShownStart } from './shown-start.ts';
import type { Throughput } from './throughput.ts';

/** Figures are sent at most this often, in milliseconds; pictures as often as their cost allows. */
const interval = 50;
/** Accuracy from which a run is worth showing. */
const fittingAccuracy = 0.98;

/** What people asked to see. */
export interface View {
  /** Why this engine, for people. */
  readonly reason: ReferenceValue;
  /** Probe points [M, 2] that somebody placed by hand. */
  readonly placed: Float32Array;
  /** Which closer looks are on screen. */
  readonly watch: Watch;
}

export interface Frames {
  /** A picture has been sent since the run fits. */
  readonly haveShownFit: boolean;
  /** Something has changed that the last frame does not show. */
  changed(): void;
  /** Shows this from the next frame on. */
  view(change: Partial<View>): void;
  /** A frame, where there is something new to show and enough time has passed. */
  takeIfDue(): Promise<Frame | undefined>;
}

interface Parts {
  /** The run's number. */
  readonly id: number;
  readonly prepared: PreparedRun;
  readonly engine: TrainingEngine;
  readonly view: View;
  readonly account: RunAccount;
  readonly camera: Camera;
  readonly shown: ShownStart;
  readonly good: GoodState;
  readonly throughput: Throughput;
  /** Milliseconds. */
  readonly now: () => number;
}

export function framesOf(parts: Parts): Frames {
  const { id, prepared, engine, account, camera, shown, good, throughput, now } = parts;
  const { data } = prepared;
  const { history } = account;
  let view = parts.view;
  let lastFrameAt = Number.NEGATIVE_INFINITY;
  let unseen = true;
  let haveShownFit = false;
  let lastShare: number | undefined;

  /** A picture of what is on screen; the state it shows may be good to go back to. */
  async function takeShot(sharp: boolean): Promise<Shot> {
    const { experiment, rest } = account;
    const { placed, watch } = view;
    const scene = { step: history.step, experiment, placed, watch, network: rest?.network };
    const shot = await camera.take(scene, sharp);
    // A start that is shown while another trains is kept by their comparison.
    if (account.status !== 'diverged' && !shown.state) await good.keepPresent();
    return shot;
  }

  async function shareClassifiedRightly(taken?: Picture): Promise<number | undefined> {
    if (data.kind !== 'classes') return undefined;
    // What is on screen stands still while another start trains.
    if (!taken && shown.state) return lastShare;
    const predicted =
      taken?.kind === 'classes'
        ? taken.predicted
        : predictedClasses(await engine.evaluate(data.inputs), data.classCount);
    return accuracy(predicted, data.labels);
  }

  async function take(withPicture: 'none' | 'live' | 'sharp'): Promise<Frame> {
    const sharp = withPicture === 'sharp';
    const shot = withPicture === 'none' ? undefined : await shown.look(() => takeShot(sharp));
    const share = await shareClassifiedRightly(shot?.picture);
    lastShare = share;
    account.noteFit(share !== undefined && share >= fittingAccuracy);
    lastFrameAt = now();
    unseen = false;
    haveShownFit ||= shot !== undefined && account.fits;
    const { status, rest, fits, ended, carriedFrom, optimisation } = account;
    return {
      run: id,
      depth: prepared.problem.dims.length - 1,
      status,
      step: history.step,
      engine: engine.name,
      device: engine.device,
      engineReason: view.reason,
      stepsPerSecond: throughput.stepsPerSecond,
      dataLoss: history.dataLoss,
      ridgeLoss: history.ridge(optimisation) * history.parameterNorm,
      parameterNorm: history.parameterNorm,
      accuracy: share,
      fits,
      collapsed: camera.collapsed,
      ...(carriedFrom !== undefined && { carriedFrom }),
      ...(status === 'finished' && { ended }),
      ...(shown.progress && { starts: shown.progress }),
      ...(rest && { settled: rest.note }),
      history: history.takePart(),
      ...shot,
    };
  }

  return {
    get haveShownFit() {
      return haveShownFit;
    },
    changed() {
      unseen = true;
    },
    view(change) {
      view = { ...view, ...change };
      unseen = true;
    },
    async takeIfDue() {
      const { status, rest, fits } = account;
      // A rest begins with a quick picture, so that something is seen at once.
      if (status === 'running' && rest && !camera.used) return take('live');
      if (status !== 'running' || rest) return unseen || camera.blurred ? take('sharp') : undefined;
      if (now() - lastFrameAt < interval) return undefined;
      return take(camera.isDue(fits) ? 'live' : 'none');
    },
  };
}
