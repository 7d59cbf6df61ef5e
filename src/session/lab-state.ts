/** What the page sees of a run: what was chosen, how it goes, and which picture is shown. */

import { completeExperiment } from '../experiment/defaults.ts';
import type { Choices, Experiment } from '../experiment/index.ts';
import type { ReferenceValue } from '../messages/reference.ts';
import type { RestartsReport } from './background-restarts.ts';
import type { Frame, Picture } from './frame.ts';
import type { Insight } from './insight.ts';
import { emptyRecord, type RunRecord, withFrame } from './run-record.ts';

export interface Notice {
  readonly id: number;
  readonly message: ReferenceValue;
}

export interface LabState {
  readonly choices: Choices;
  /** The choices, completed with the defaults. */
  readonly experiment: Experiment;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly notices: readonly Notice[];
  /** The newest frame of the newest run. */
  readonly frame: Frame | undefined;
  readonly record: RunRecord;
  /** The picture on screen. */
  readonly picture: Picture | undefined;
  /** The last closer look, of the run on screen. */
  readonly insight: Insight | undefined;
  /** How the runs from other seeds go that compete with the one on screen. */
  readonly restarts: RestartsReport | undefined;
  /** The picture on screen is of an earlier run, because the newest one does not fit yet. */
  readonly outdated: boolean;
  /** The run whose frames are wanted; undefined while a new one is being started. */
  readonly run: number | undefined;
}

/** The state before anything has been shown of these choices. */
export function stateBefore(choices: Choices): LabState {
  return {
    choices,
    experiment: completeExperiment(choices),
    canUndo: false,
    canRedo: false,
    notices: [],
    frame: undefined,
    record: emptyRecord,
    picture: undefined,
    insight: undefined,
    restarts: undefined,
    outdated: false,
    run: undefined,
  };
}

/** What a frame changes; its picture is shown once it is worth it. */
export function afterFrame(state: LabState, frame: Frame): Partial<LabState> {
  const record = withFrame(state.record, frame);
  const worthShowing = frame.fits || frame.status !== 'running' || !state.picture;
  const sameRun = state.picture?.run === frame.run;
  if (frame.picture && (worthShowing || sameRun)) {
    const insight = frame.insight ?? (sameRun ? state.insight : undefined);
    return { frame, record, picture: frame.picture, insight, outdated: false };
  }
  return { frame, record, outdated: state.picture !== undefined && !sameRun };
}
