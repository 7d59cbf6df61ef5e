/**
 * The state of the page: what was chosen, how the run goes and which picture is shown. A vanilla
 * store; the page subscribes, the worker's frames come in, commands go out.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type Changes,
  type Choices,
  completeExperiment,
  hasData,
  type ParsedQuery,
  withChanges,
} from '../experiment/index.ts';
import { type ReferenceValue, reasonOf, refer } from '../messages/reference.ts';
import { effectOfChange, trainsAlike } from './change.ts';
import { rememberChoices, withPageOf } from './choices-history.ts';
import { connect, type SessionClient, type WorkerLike } from './client.ts';
import type { Watch } from './insight.ts';
import { afterFrame, type LabState, type Notice, stateBefore } from './lab-state.ts';
import { latestOnly } from './latest-only.ts';
import type { LayerLook } from './layer-look.ts';
import type { AnswerTo, Command } from './protocol.ts';
import { overtakeStart, type Start } from './start-command.ts';

export interface Lab {
  readonly store: StoreApi<LabState>;
  /** Chooses values; `undefined` gives a field back to its default. What one gesture changes is undone at once. */
  choose(changes: Changes, gesture?: string): void;
  /** Opens an experiment on the page as it is, as its link would, as one step that can be undone. */
  open(choices: Choices): void;
  undo(): void;
  redo(): void;
  pause(): void;
  resume(): void;
  step(): void;
  /** Begins the same experiment anew. */
  reset(): void;
  /** Shows the cheapest run that was found in the background; the link gets its seed. */
  takeRestart(): void;
  /** Places the probe points [M, 2] that are shown while `probes` is `placed`. */
  place(probes: Float32Array): void;
  /** Says which closer looks are on screen. */
  watch(watch: Watch): void;
  /** The network's answers [M, outputs] to inputs [M, inputs]; undefined where it gives none. */
  evaluate(inputs: Float32Array): Promise<Float32Array | undefined>;
  /** Every parameter of layer ℓ = 1 … L now; undefined where the network has no such layer. */
  layer(layer: number): Promise<LayerLook | undefined>;
  dismiss(notice: number): void;
  /** What the last frame changed is on screen. */
  drawn(): void;
  setVisible(visible: boolean): void;
  dispose(): void;
}

const alike = (one: Choices, other: Choices) =>
  trainsAlike(completeExperiment(one), completeExperiment(other));

/**
 * Opens the lab on the choices of a link and starts training.
 * @param presentGesture names the gesture that goes on now, so that a drag is undone as one step
 */
export function openLab(
  query: ParsedQuery,
  worker: WorkerLike,
  presentGesture: () => string | undefined = () => undefined,
): Lab {
  let notices = 0;
  const notice = (message: ReferenceValue): Notice => ({ id: ++notices, message });
  const store = createStore<LabState>(() => ({
    ...stateBefore(query.choices),
    notices: query.notices.map(({ message }) => notice(message)),
  }));
  const tell = (message: ReferenceValue) => {
    const { notices: earlier } = store.getState();
    const same = JSON.stringify(message);
    if (earlier.some((other) => JSON.stringify(other.message) === same)) return;
    store.setState({ notices: [...earlier, notice(message)] });
  };

  const client: SessionClient = connect(worker, {
    onFrame(frame) {
      if (frame.run === store.getState().run) store.setState((state) => afterFrame(state, frame));
      else client.drawn();
    },
    onRestarts: (report) => {
      if (report.run === store.getState().run) store.setState({ restarts: report });
    },
    onNotice: tell,
    onBreakdown: (reason) => tell(refer('notices', 'run.breakdown', { reason })),
  });

  /** Counts the commands that may start a run; only the answer to the last one matters. */
  let asked = 0;
  let running: number | undefined;
  async function request<Asked extends Command>(
    command: Asked,
  ): Promise<AnswerTo<Asked> | undefined> {
    try {
      return await client.request(command);
    } catch (error) {
      tell(refer('notices', 'run.failed', { reason: reasonOf(error) }));
      return undefined;
    }
  }
  /** The choices that the run on screen obeys. */
  let obeyed: Choices | undefined;
  async function start({ kind, choices, ticket }: Start): Promise<void> {
    const started = await request({ kind, experiment: completeExperiment(choices) });
    if (started) {
      // Other seeds that were trained under other settings compete with this run no more.
      if (!obeyed || running !== started.run || !alike(obeyed, choices)) {
        store.setState({ restarts: undefined });
      }
      running = started.run;
      obeyed = choices;
    }
    if (ticket !== asked) return;
    if (!started && obeyed) goBackTo(obeyed);
    store.setState({ run: running });
  }
  /** What was asked for could not be begun: the page says again what runs. */
  function goBackTo(earlier: Choices): void {
    const { choices: refused, picture } = store.getState();
    const choices = withPageOf(earlier, refused);
    const outdated = picture !== undefined && picture.run !== running;
    store.setState({ choices, experiment: completeExperiment(choices), outdated });
  }
  /** The picture on screen belongs to the past from this moment on, not from the first new frame on. */
  const awaitNewRun = () =>
    store.setState(({ picture }) => ({ run: undefined, outdated: picture !== undefined }));

  // Past this queue none may be sent: only the answer to the last one sent tells what runs.
  const sendStart = latestOnly(start, overtakeStart);
  let waiting = false;
  const send = (kind: Start['kind']) => {
    const ticket = ++asked;
    const { choices, experiment } = store.getState();
    // A run without data would learn nothing: the last one stands still until there are some.
    const waits = !hasData(experiment);
    if (waits !== waiting) void request({ kind: waits ? 'pause' : 'resume' });
    waiting = waits;
    if (!waits) sendStart({ kind, choices, ticket });
  };
  send('run');

  const history = rememberChoices(() => performance.now());
  function put(choices: Choices): void {
    const { canUndo, canRedo } = history;
    store.setState({ choices, experiment: completeExperiment(choices), canUndo, canRedo });
  }
  function adopt(choices: Choices): void {
    const { experiment: before } = store.getState();
    put(choices);
    const effect = effectOfChange(before, store.getState().experiment);
    if (effect === undefined) return;
    if (effect === 'restart') awaitNewRun();
    send('run');
  }
  function travel(choices: Choices | undefined): void {
    if (choices) adopt(choices);
  }

  return {
    store,
    choose(changes, gesture = presentGesture()) {
      const { choices: before } = store.getState();
      const choices = withChanges(before, changes);
      history.record(before, choices, gesture);
      adopt(choices);
    },
    open(opened) {
      const { choices: before } = store.getState();
      const choices = withPageOf(opened, before);
      history.record(before, choices);
      put(choices);
      awaitNewRun();
      send('open');
    },
    undo: () => travel(history.undo(store.getState().choices)),
    redo: () => travel(history.redo(store.getState().choices)),
    pause: () => void request({ kind: 'pause' }),
    resume: () => void request({ kind: 'resume' }),
    step: () => void request({ kind: 'step' }),
    reset() {
      awaitNewRun();
      send('reset');
    },
    takeRestart() {
      const { restarts, choices, experiment } = store.getState();
      if (!restarts?.cheapest) return;
      const { seed } = restarts.cheapest;
      // The data follow the seed unless they have one of their own.
      const next = withChanges(choices, { seed, dataSeed: experiment.dataSeed });
      history.record(choices, next);
      put(next);
      send('take-restart');
    },
    place: latestOnly((probes: Float32Array) => request({ kind: 'place', probes })),
    watch: latestOnly((watch: Watch) => request({ kind: 'watch', watch })),
    evaluate: async (inputs) => (await request({ kind: 'evaluate', inputs }))?.outputs,
    layer: (layer) => request({ kind: 'layer', layer }),
    dismiss: (id) =>
      store.setState(({ notices: all }) => ({ notices: all.filter((other) => other.id !== id) })),
    drawn: () => client.drawn(),
    setVisible: (visible) => client.setVisible(visible),
    dispose: () => client.dispose(),
  };
}
