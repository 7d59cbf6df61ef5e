/** What a figure shows of its file of settled networks: at once, and finely once a drag rests. */
import type { StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../experiment/index.ts';
import type { LabState, Watch } from '../session/index.ts';
import { emptyRecord } from '../session/run-record.ts';
import type { FigureLife } from './figure-life.ts';
import { type LoadSnapshots, openSettled, type Settled, type SettledSource } from './settled.ts';

/** How long a drag has to rest before the settled network is drawn finely, in milliseconds. */
const rest = 220;

export interface FigureFile {
  /** The settled networks, once they are here. */
  readonly source: SettledSource | undefined;
  /**
   * Loads the file and gets the present depth ready, without holding the page up.
   * @throws Error in words for people where the file cannot be read
   */
  load(name: string): Promise<void>;
  /** Shows what the file says of the present depth; false where it says nothing. */
  show(): Promise<boolean>;
  /** Drops what is still on its way: something else is shown now. */
  leave(): void;
  /** Shows from now on what becomes of these probe points [M, 2]. */
  place(probes: Float32Array): void;
  /** Takes these closer looks from now on. */
  watch(watch: Watch): void;
}

export function figureFile(
  store: StoreApi<LabState>,
  life: StoreApi<FigureLife>,
  loadSnapshots?: LoadSnapshots,
): FigureFile {
  let source: SettledSource | undefined;
  let placed = new Float32Array(0);
  let watched: Watch = { jacobian: false, representation: false };
  /** Counts what was asked for, so that an answer that comes late is dropped. */
  let asked = 0;
  let resting: ReturnType<typeof setTimeout> | undefined;

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

  return {
    get source() {
      return source;
    },
    async load(name) {
      source = await openSettled(name, loadSnapshots);
      await source.prepare(store.getState().experiment.depth);
    },
    async show() {
      const ticket = ++asked;
      const { depth, threshold, probes } = store.getState().experiment;
      clearTimeout(resting);
      const byHand = probes === 'placed';
      const settled = await (byHand ? source?.placedAt(depth, placed) : source?.at(depth));
      if (!settled || ticket !== asked) return settled !== undefined;
      present(settled, { threshold, probes });
      if (!byHand) resting = setTimeout(() => void refine(ticket, depth), rest);
      return true;
    },
    leave() {
      asked++;
      clearTimeout(resting);
    },
    place(probes) {
      placed = new Float32Array(probes);
    },
    watch(watch) {
      watched = watch;
    },
  };
}
