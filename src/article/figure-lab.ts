/**
 * The lab behind one figure of the article. It is a lab like any other to the views that show it,
 * but it answers at once from a file of settled networks where there is one, and opens a worker
 * only when it is to train.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { completeExperiment } from '../experiment/defaults.ts';
import type { Choices } from '../experiment/index.ts';
import type { Lab, LabState, Watch } from '../session/index.ts';
import { stateBefore } from '../session/lab-state.ts';
import { figureFile } from './figure-file.ts';
import { type FigureLife, unborn } from './figure-life.ts';
import { figureRun, mirrored } from './figure-run.ts';
import type { LoadSnapshots, SettledSource } from './settled.ts';

export interface FigureLab extends Lab {
  readonly life: StoreApi<FigureLife>;
  /** The settled networks, once they are here. */
  readonly settled: () => SettledSource | undefined;
  /** Loads what is shown first; resolves once that is there, or cannot be had. */
  show(): Promise<void>;
  /** Gets ready to train soon. */
  prepare(): void;
  /** Its turn begins or ends; at its first turn a figure that plays by itself begins to train. */
  perform(on: boolean): void;
  /** Trains a network from its start, as the lab does. */
  train(): void;
  /** Gives the worker back; what was shown stays. */
  release(): void;
}

export interface FigureOptions {
  readonly choices: Choices;
  /** Name of the featured experiment it is at, if it is one. */
  readonly file?: string;
  /** Fetches its settled networks; by default from public/runs. */
  readonly load?: LoadSnapshots;
  /** It takes the pictures of all depths beforehand. */
  readonly hurries?: boolean;
  /** It begins to train by itself when its turn comes first. */
  readonly plays?: boolean;
}

/** Whether a field changes only what is seen of a network. */
function isAboutSeeing(name: string): boolean {
  return name === 'threshold' || name === 'probes';
}

/** Nothing begins to move by itself where people asked for that. */
function wantsStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

export function createFigureLab({
  choices,
  file: name,
  load: loadSnapshots,
  hurries = false,
  plays: isPlayed = false,
}: FigureOptions): FigureLab {
  const store = createStore<LabState>(() => stateBefore(choices));
  const life = createStore<FigureLife>(() => unborn);
  /** The settled network is on screen, or cannot be. */
  let shown: Promise<void> | undefined;
  let plays = isPlayed;
  let played = false;
  let watched: Watch = { jacobian: false, representation: false };
  const isLive = () => life.getState().source === 'live';
  const file = figureFile(store, life, loadSnapshots);
  const run = figureRun({
    choices: () => store.getState().choices,
    onOpen: (lab) => lab.watch(watched),
    onState: (state) => isLive() && mirror(state),
  });

  async function load(named: string): Promise<void> {
    try {
      await file.load(named);
    } catch (error) {
      life.setState({ failure: error instanceof Error ? error.message : String(error) });
      plays = true;
      if (life.getState().performing && !isLive()) void goLive();
      return;
    }
    if (!isLive()) await file.show();
    if (hurries) void file.source?.takeAll();
  }

  function show(): Promise<void> {
    shown ??= name === undefined ? Promise.resolve() : load(name);
    return shown;
  }

  /** Begins to train by itself, once there is something to look at meanwhile. */
  async function play(): Promise<void> {
    await show();
    if (life.getState().performing && !played) await goLive();
  }

  function mirror(state: LabState): void {
    store.setState(mirrored(state, store.getState()));
    if (state.picture && life.getState().figures) life.setState({ figures: undefined });
  }

  async function goLive(): Promise<void> {
    file.leave();
    played = true;
    life.setState({ source: 'live', failure: undefined });
    const lab = await run.open();
    if (!lab || run.lab !== lab || !isLive()) return;
    run.train(store.getState().choices);
    lab.setVisible(life.getState().performing);
    mirror(lab.store.getState());
  }

  return {
    store,
    life,
    settled: () => file.source,
    show,
    prepare() {
      void show();
      if (plays && !played) void run.open();
    },
    perform(on) {
      life.setState({ performing: on });
      if (isLive()) run.lab?.setVisible(on);
      const waits = name !== undefined && life.getState().failure === undefined && wantsStillness();
      if (on && plays && !played && !waits) void play();
    },
    train: () => void goLive(),
    release() {
      run.release();
      if (isLive() && store.getState().frame?.status === 'running') played = false;
    },
    choose(changes) {
      const { choices: before } = store.getState();
      const choices = { ...before, ...changes } as Choices;
      store.setState({ choices, experiment: completeExperiment(choices) });
      played = true;
      const seen = Object.keys(changes).every((field) => isAboutSeeing(field));
      if (isLive() && seen) {
        run.choose(changes, choices);
        return;
      }
      run.lab?.setVisible(false);
      void file.show().then((known) => {
        if (!known) void goLive();
      });
    },
    pause: () => run.lab?.pause(),
    resume: () => run.lab?.resume(),
    step: () => run.lab?.step(),
    reset: () => void goLive(),
    takeRestart: () => run.lab?.takeRestart(),
    place(probes) {
      file.place(probes);
      run.lab?.place(probes);
      if (!isLive() && store.getState().experiment.probes === 'placed') void file.show();
    },
    watch(watch) {
      watched = watch;
      file.watch(watch);
      run.lab?.watch(watch);
      if (!isLive() && file.source) void file.show();
    },
    evaluate: async (inputs) => run.lab?.evaluate(inputs),
    layer: async (layer) => run.lab?.layer(layer),
    dismiss: (id) => run.lab?.dismiss(id),
    drawn: () => run.lab?.drawn(),
    setVisible: (visible) => run.lab?.setVisible(visible),
    open: () => {},
    undo: () => {},
    redo: () => {},
    dispose() {
      file.leave();
      run.release();
    },
  };
}
