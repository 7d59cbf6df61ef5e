/** The live run of a figure: a lab in a worker, opened when it is to train and given back when it is far away. */
import type { Changes, Choices } from '../experiment/index.ts';
import type { Lab, LabState, Picture } from '../session/index.ts';
import { importLater } from '../ui/later.ts';
import { afterDrawing } from '../ui/pictures/draw-queue.ts';
import { startWorker } from '../ui/training-worker.ts';

const labModule = importLater(() => import('../session/store.ts'));

export interface FigureRun {
  /** Undefined until it is open. */
  readonly lab: Lab | undefined;
  /** Opens the lab, unless it is open; undefined where it was given back meanwhile. */
  open(): Promise<Lab | undefined>;
  /** Trains these choices, from the start where it has trained them already. */
  train(wanted: Choices): void;
  /** Lets the run take in a change, after which it has these choices. */
  choose(changes: Changes, choices: Choices): void;
  /** Gives the worker back. */
  release(): void;
}

interface Parts {
  /** What to get ready for. */
  readonly choices: () => Choices;
  /** Called on a lab that has just been opened. */
  readonly onOpen: (lab: Lab) => void;
  readonly onState: (state: LabState) => void;
}

export function figureRun({ choices, onOpen, onState }: Parts): FigureRun {
  let opening: Promise<Lab | undefined> | undefined;
  let live: Lab | undefined;
  /** Counts the workers given back, so that one that opens late is not taken. */
  let released = 0;
  /** The choices that the live lab has, and whether it has begun to train them. */
  let sent: Choices | undefined;
  let begun = false;

  async function open(): Promise<Lab | undefined> {
    const ticket = released;
    const { openLab } = await labModule();
    if (ticket !== released) return undefined;
    sent = choices();
    begun = false;
    // Settled networks are shown already; what is asked for here is to see one being trained.
    const fromScratch = { ...sent, instant: 'off' as const };
    const lab = openLab({ choices: fromScratch, notices: [] }, startWorker());
    lab.setVisible(false);
    onOpen(lab);
    live = lab;
    lab.store.subscribe((state, before) => {
      if (live !== lab) return;
      onState(state);
      if (state.frame && state.frame !== before.frame) afterDrawing(() => lab.drawn());
    });
    return lab;
  }

  return {
    get lab() {
      return live;
    },
    open() {
      opening ??= open();
      return opening;
    },
    train(wanted) {
      if (sent !== wanted) live?.choose(wanted);
      else if (begun) live?.reset();
      sent = wanted;
      begun = true;
      live?.resume();
    },
    choose(changes, choices) {
      live?.choose(changes);
      sent = choices;
    },
    release() {
      released++;
      opening = undefined;
      live?.dispose();
      live = undefined;
    },
  };
}

/** What a figure shows of a live run; until that has a picture the last one stays. */
export function mirrored(state: LabState, shown: LabState): LabState {
  const begins = state.picture === undefined;
  const fills = begins && isOfDepth(shown.picture, state.experiment.depth);
  return {
    ...state,
    choices: shown.choices,
    picture: state.picture ?? shown.picture,
    insight: begins ? shown.insight : state.insight,
    frame: state.frame ?? (fills ? shown.frame : undefined),
    outdated: begins ? !fills && shown.picture !== undefined : state.outdated,
  };
}

/** Whether a picture is of a network this deep. */
function isOfDepth(picture: Picture | undefined, depth: number): boolean {
  return picture !== undefined && picture.dims.length === depth + 1;
}
