/**
 * The lab behind one figure of the article. It is a lab like any other to the views that show it,
 * but it answers at once from a file of settled networks where there is one, and opens a worker
 * only when it is to train.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { completeExperiment } from '../experiment/defaults.ts';
import type { Choices, Experiment } from '../experiment/index.ts';
import type { Lab, LabState, Picture, Watch } from '../session/index.ts';
import { emptyRecord } from '../session/run-record.ts';
import type { SettledFigures } from '../snapshot/index.ts';
import { afterDrawing } from '../ui/draw-queue.ts';
import { startWorker } from '../ui/training-worker.ts';
import { openSettled, type Settled, type SettledSource } from './settled.ts';

/** `file`: settled networks from a file. `live`: a run in a worker. */
export type Source = 'file' | 'live';

export interface FigureLife {
  /** Where what is shown comes from; undefined before there is anything. */
  readonly source: Source | undefined;
  /** It is this figure's turn: a live run trains now. */
  readonly performing: boolean;
  /** Measured on the settled network shown; undefined for a live run. */
  readonly figures: SettledFigures | undefined;
  /** Index of the data point under the pointer, in whichever of its charts. */
  readonly point: number | undefined;
  /** Its file could not be read, and why, in words for people. */
  readonly failure: string | undefined;
}

export interface FigureLab extends Lab {
  readonly life: StoreApi<FigureLife>;
  /** The settled networks, once they are here. */
  readonly settled: () => SettledSource | undefined;
  /** Loads what is shown first. */
  show(): void;
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
  /** It takes the pictures of all depths beforehand. */
  readonly hurries?: boolean;
  /** It begins to train by itself when its turn comes first. */
  readonly plays?: boolean;
}

/** Whether a field changes only what is seen of a network. */
function isAboutSeeing(name: string): boolean {
  return name === 'threshold' || name === 'probes';
}

/** Whether a picture is of a network this deep. */
function isOfDepth(picture: Picture | undefined, depth: number): boolean {
  return picture !== undefined && picture.dims.length === depth + 1;
}

/** Nothing begins to move by itself where people asked for that. */
function wantsStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** How long a drag has to rest before the settled network is drawn finely, in milliseconds. */
const rest = 220;

export function createFigureLab({
  choices,
  file,
  hurries = false,
  plays: isPlayed = false,
}: FigureOptions): FigureLab {
  const store = createStore<LabState>(() => ({
    choices,
    experiment: completeExperiment(choices),
    notices: [],
    frame: undefined,
    record: emptyRecord,
    picture: undefined,
    insight: undefined,
    restarts: undefined,
    outdated: false,
    run: undefined,
    canUndo: false,
    canRedo: false,
  }));
  const life = createStore<FigureLife>(() => ({
    source: undefined,
    performing: false,
    figures: undefined,
    point: undefined,
    failure: undefined,
  }));
  let source: SettledSource | undefined;
  /** The settled network is on screen, or cannot be. */
  let shown: Promise<void> | undefined;
  let opening: Promise<Lab | undefined> | undefined;
  let live: Lab | undefined;
  /** Counts the workers given back, so that one that opens late is not taken. */
  let released = 0;
  /** The choices that the live lab has, and whether it has begun to train them. */
  let sent: Choices | undefined;
  let begun = false;
  let plays = isPlayed;
  let played = false;
  /** Probe points [M, 2] placed by hand. */
  let placed = new Float32Array(0);
  let watched: Watch = { jacobian: false, representation: false };
  /** Counts what was asked for, so that an answer that comes late is dropped. */
  let asked = 0;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const isLive = () => life.getState().source === 'live';

  async function loadSource(name: string): Promise<void> {
    try {
      source = await openSettled(name);
    } catch (error) {
      life.setState({ failure: error instanceof Error ? error.message : String(error) });
      plays = true;
      if (life.getState().performing && !isLive()) void goLive();
      return;
    }
    if (!isLive()) await showSettled();
    if (hurries) void source.takeAll();
  }

  /** Shows what the file says of the present depth; false where it says nothing. */
  async function showSettled(): Promise<boolean> {
    const ticket = ++asked;
    const { depth, threshold, probes } = store.getState().experiment;
    clearTimeout(resting);
    const byHand = probes === 'placed';
    const settled = await (byHand ? source?.placedAt(depth, placed) : source?.at(depth));
    if (!settled || ticket !== asked) return settled !== undefined;
    present(settled, { threshold, probes });
    if (byHand) return true;
    resting = setTimeout(() => void refine(ticket, depth), rest);
    return true;
  }

  function present({ snapshot, picture }: Settled, view: Partial<Experiment>): void {
    const { experiment } = snapshot;
    store.setState({
      experiment: { ...experiment, ...view },
      picture,
      outdated: false,
      frame: undefined,
      record: emptyRecord,
      insight: undefined,
      run: undefined,
    });
    life.setState({ source: 'file', figures: snapshot.figures });
  }

  async function refine(ticket: number, depth: number): Promise<void> {
    const settled = await source?.sharpAt(depth);
    if (settled && ticket === asked) store.setState({ picture: settled.picture });
    if (!watched.jacobian && !watched.representation) return;
    const insight = await source?.insightAt(depth, watched);
    if (insight && ticket === asked) store.setState({ insight });
  }

  async function open(): Promise<Lab | undefined> {
    const ticket = released;
    const { openLab } = await import('../session/store.ts');
    if (ticket !== released) return undefined;
    sent = store.getState().choices;
    begun = false;
    // Settled networks are shown already; what is asked for here is to see one being trained.
    const fromScratch = { ...sent, instant: 'off' as const };
    const lab = openLab({ choices: fromScratch, notices: [] }, startWorker());
    lab.setVisible(false);
    lab.watch(watched);
    live = lab;
    lab.store.subscribe((state, before) => {
      if (live !== lab) return;
      if (isLive()) mirror(state);
      if (state.frame && state.frame !== before.frame) afterDrawing(() => lab.drawn());
    });
    return lab;
  }

  /** Begins to train by itself, once there is something to look at meanwhile. */
  async function play(): Promise<void> {
    show();
    await shown;
    if (life.getState().performing && !played) await goLive();
  }

  /** What the live lab says; until it has a picture the last one stays. */
  function mirror(state: LabState): void {
    const kept = store.getState();
    const begins = state.picture === undefined;
    const fills = begins && isOfDepth(kept.picture, state.experiment.depth);
    store.setState({
      ...state,
      choices: kept.choices,
      picture: state.picture ?? kept.picture,
      insight: begins ? kept.insight : state.insight,
      frame: state.frame ?? (fills ? kept.frame : undefined),
      outdated: begins ? !fills && kept.picture !== undefined : state.outdated,
    });
    if (!begins && life.getState().figures) life.setState({ figures: undefined });
  }

  async function goLive(): Promise<void> {
    asked++;
    clearTimeout(resting);
    played = true;
    life.setState({ source: 'live', failure: undefined });
    opening ??= open();
    const lab = await opening;
    if (!lab || live !== lab || !isLive()) return;
    const { choices: wanted } = store.getState();
    if (sent !== wanted) lab.choose(wanted);
    else if (begun) lab.reset();
    sent = wanted;
    begun = true;
    lab.resume();
    lab.setVisible(life.getState().performing);
    mirror(lab.store.getState());
  }

  function show(): void {
    if (file !== undefined) shown ??= loadSource(file);
  }

  return {
    store,
    life,
    settled: () => source,
    show,
    prepare() {
      show();
      if (plays && !played) opening ??= open();
    },
    perform(on) {
      life.setState({ performing: on });
      if (isLive()) live?.setVisible(on);
      const waits = file !== undefined && life.getState().failure === undefined && wantsStillness();
      if (on && plays && !played && !waits) void play();
    },
    train: () => void goLive(),
    release() {
      released++;
      opening = undefined;
      live?.dispose();
      live = undefined;
      if (isLive() && store.getState().frame?.status === 'running') played = false;
    },
    choose(changes) {
      const { choices: before } = store.getState();
      const choices = { ...before, ...changes } as Choices;
      store.setState({ choices, experiment: completeExperiment(choices) });
      played = true;
      const seen = Object.keys(changes).every((name) => isAboutSeeing(name));
      if (isLive() && seen) {
        live?.choose(changes);
        sent = choices;
        return;
      }
      live?.setVisible(false);
      void showSettled().then((known) => {
        if (!known) void goLive();
      });
    },
    pause: () => live?.pause(),
    resume: () => live?.resume(),
    step: () => live?.step(),
    reset: () => void goLive(),
    takeRestart: () => live?.takeRestart(),
    place(probes) {
      placed = new Float32Array(probes);
      live?.place(probes);
      if (!isLive() && store.getState().experiment.probes === 'placed') void showSettled();
    },
    watch(watch) {
      watched = watch;
      live?.watch(watch);
      if (!isLive() && source) void showSettled();
    },
    evaluate: async (inputs) => live?.evaluate(inputs),
    layer: async (layer) => live?.layer(layer),
    dismiss: (id) => live?.dismiss(id),
    drawn: () => live?.drawn(),
    setVisible: (visible) => live?.setVisible(visible),
    open: () => {},
    undo: () => {},
    redo: () => {},
    dispose() {
      clearTimeout(resting);
      asked++;
      released++;
      live?.dispose();
      live = undefined;
    },
  };
}
