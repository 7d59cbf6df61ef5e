/**
 * The state of the page: what was chosen, how the run goes and which picture is shown. A vanilla
 * store; the page subscribes, the worker's frames come in, commands go out.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type Choices,
  completeExperiment,
  type Experiment,
  type FieldName,
  type ParsedQuery,
} from '../experiment/index.ts';
import { connect, type SessionClient, type WorkerLike } from './client.ts';
import type { Frame, Picture } from './frame.ts';
import { latestOnly } from './latest-only.ts';
import { emptyRecord, type RunRecord, withFrame } from './run-record.ts';

export interface Notice {
  readonly id: number;
  readonly message: string;
}

export interface LabState {
  readonly choices: Choices;
  /** The choices, completed with the defaults. */
  readonly experiment: Experiment;
  readonly notices: readonly Notice[];
  /** The newest frame of the newest run. */
  readonly frame: Frame | undefined;
  readonly record: RunRecord;
  /** The picture on screen. */
  readonly picture: Picture | undefined;
  /** The picture on screen is of an earlier run, because the newest one does not fit yet. */
  readonly outdated: boolean;
}

export interface Lab {
  readonly store: StoreApi<LabState>;
  /** Chooses values; `undefined` gives a field back to its default. */
  choose(changes: { readonly [Name in FieldName]?: Experiment[Name] | undefined }): void;
  pause(): void;
  resume(): void;
  step(): void;
  /** Begins the same experiment anew. */
  reset(): void;
  dismiss(notice: number): void;
  /** What the last frame changed is on screen. */
  drawn(): void;
  setVisible(visible: boolean): void;
  dispose(): void;
}

/** Opens the lab on the choices of a link and starts training. */
export function openLab(query: ParsedQuery, worker: WorkerLike): Lab {
  let notices = 0;
  const notice = (message: string): Notice => ({ id: ++notices, message });
  const store = createStore<LabState>(() => ({
    choices: query.choices,
    experiment: completeExperiment(query.choices),
    notices: query.notices.map(({ message }) => notice(message)),
    frame: undefined,
    record: emptyRecord,
    picture: undefined,
    outdated: false,
  }));
  const say = (message: string) => {
    const { notices: earlier } = store.getState();
    if (earlier.some((other) => other.message === message)) return;
    store.setState({ notices: [...earlier, notice(message)] });
  };

  const client: SessionClient = connect(worker, {
    onFrame: (frame) => store.setState((state) => afterFrame(state, frame)),
    onNotice: say,
    onBreakdown: (message) => say(`Training stopped: ${message} Reload the page to try again.`),
  });
  const request = (command: Parameters<SessionClient['request']>[0]) =>
    client.request(command).catch((error: Error) => {
      say(`That did not work: ${error.message}`);
    });
  const run = latestOnly((experiment: Experiment) => request({ kind: 'run', experiment }));
  run(store.getState().experiment);

  return {
    store,
    choose(changes) {
      const choices: Choices = Object.fromEntries(
        Object.entries({ ...store.getState().choices, ...changes }).filter(
          ([, value]) => value !== undefined,
        ),
      );
      const experiment = completeExperiment(choices);
      store.setState({ choices, experiment });
      run(experiment);
    },
    pause: () => void request({ kind: 'pause' }),
    resume: () => void request({ kind: 'resume' }),
    step: () => void request({ kind: 'step' }),
    reset: () => void request({ kind: 'reset' }),
    dismiss: (id) =>
      store.setState(({ notices: all }) => ({ notices: all.filter((other) => other.id !== id) })),
    drawn: () => client.drawn(),
    setVisible: (visible) => client.setVisible(visible),
    dispose: () => client.dispose(),
  };
}

function afterFrame(state: LabState, frame: Frame): Partial<LabState> {
  const record = withFrame(state.record, frame);
  const worthShowing = frame.fits || frame.status !== 'running' || !state.picture;
  const sameRun = state.picture?.run === frame.run;
  if (frame.picture && (worthShowing || sameRun)) {
    return { frame, record, picture: frame.picture, outdated: false };
  }
  return { frame, record, outdated: state.picture !== undefined && !sameRun };
}
