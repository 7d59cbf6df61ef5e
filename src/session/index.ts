/**
 * The live run: the worker that trains and takes pictures, the protocol it speaks, and the store
 * that the page reads. It stands between what is measured (engine, analysis) and what is drawn
 * (charts, ui), and knows neither the DOM nor React.
 *
 * In come choices, from a link or a control. Out go frames: figures, losses and pictures as plain
 * data. worker.ts is the worker's entry and conductor.ts its loop, which obeys commands.ts and
 * shows the run of current-run.ts, a training-run.ts; client.ts is the page's end of the wire and
 * store.ts what the page sees.
 */

export type { RestartsReport } from './background-restarts.ts';
export type {
  ClassPicture,
  CurvePicture,
  DigitPicture,
  Frame,
  Picture,
  RunStatus,
  StartsProgress,
  TeacherPicture,
} from './frame.ts';
export type { PointGroups } from './groups.ts';
export type { Insight, JacobianInsight, Watch } from './insight.ts';
export type { LabState } from './lab-state.ts';
export type { LayerLook } from './layer-look.ts';
export type { RunRecord } from './run-record.ts';
export { type Lab, openLab } from './store.ts';
