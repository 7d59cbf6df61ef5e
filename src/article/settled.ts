/** What is known at once of a featured experiment at some depth: the picture of its settled network. */

import type { Insight, Picture, Watch } from '../session/index.ts';
import { pictureOf } from '../session/settled-view.ts';
import type { Snapshot, SnapshotSet } from '../snapshot/index.ts';
import { loadSnapshots } from '../snapshot/load.ts';
import { forward } from '../snapshot/settled-network.ts';
import { idle } from '../ui/idle.ts';
import { importLater } from '../ui/later.ts';

// Jacobians and principal components: nothing that the first screen needs.
const insightModule = importLater(() => import('../session/insight.ts'));

export interface Settled {
  readonly snapshot: Snapshot;
  readonly picture: Picture;
}

export interface SettledSource {
  readonly set: SnapshotSet;
  /** Undefined where the file has no such depth. */
  at(depth: number): Promise<Settled | undefined>;
  /** Takes the picture of a depth without holding the page up, for `at` to have it. */
  prepare(depth: number): Promise<void>;
  /** Takes the pictures of all depths in idle moments, so that none has to be waited for. */
  takeAll(): Promise<void>;
  /** The same, drawn as finely as a run that has ended. */
  sharpAt(depth: number): Promise<Settled | undefined>;
  /** The same with probe points [M, 2] placed by hand, for an autoencoder of the plane. */
  placedAt(depth: number, placed: Float32Array): Promise<Settled | undefined>;
  /** A closer look at a classifier. */
  insightAt(depth: number, watch: Watch): Promise<Insight | undefined>;
}

/** Pictures of settled networks are told from those of runs, which count up from 1. */
const runOf = (depth: number) => -depth;

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Milliseconds of work without a pause: a phone takes four times as long, and still answers in time. */
const stretch = 8;

/** Lets others have their turn whenever a stretch of work is over. */
function breathing(pause: () => Promise<void>): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < stretch) return;
    await pause();
    since = performance.now();
  };
}

/** Where the settled networks of an experiment come from. @throws Error in words for people */
export type LoadSnapshots = (name: string) => Promise<SnapshotSet>;

/** @param name of an experiment in src/snapshot/featured.ts */
export async function openSettled(
  name: string,
  load: LoadSnapshots = loadSnapshots,
): Promise<SettledSource> {
  const set = await load(name);
  const quick = new Map<number, Settled>();
  const sharp = new Map<number, Settled>();
  async function take(
    depth: number,
    sharpness: 'quick' | 'sharp',
    breathe?: () => Promise<void>,
  ): Promise<Settled | undefined> {
    const snapshot = set.at(depth);
    if (!snapshot) return undefined;
    const how = { run: runOf(depth), ...(breathe && { breathe }) };
    return { snapshot, picture: await pictureOf(snapshot, sharpness, how) };
  }
  async function remembered(
    depth: number,
    memory: Map<number, Settled>,
    sharpness: 'quick' | 'sharp',
    breathe?: () => Promise<void>,
  ): Promise<Settled | undefined> {
    const known = sharp.get(depth) ?? memory.get(depth);
    if (known) return known;
    const taken = await take(depth, sharpness, breathe);
    if (taken) memory.set(depth, taken);
    return taken;
  }
  return {
    set,
    at: (depth) => remembered(depth, quick, 'quick'),
    async prepare(depth) {
      await remembered(depth, quick, 'quick', breathing(nextTask));
    },
    async takeAll() {
      for (const depth of set.depths) {
        await idle();
        await remembered(depth, quick, 'quick', breathing(idle));
      }
    },
    sharpAt: (depth) => remembered(depth, sharp, 'sharp', breathing(nextTask)),
    async placedAt(depth, placed) {
      const snapshot = set.at(depth);
      if (!snapshot) return undefined;
      const experiment = { ...snapshot.experiment, probes: 'placed' as const };
      const how = { run: runOf(depth), placed };
      return { snapshot, picture: await pictureOf({ ...snapshot, experiment }, 'quick', how) };
    },
    async insightAt(depth, watch) {
      const settled = await remembered(depth, quick, 'quick');
      if (settled?.picture.kind !== 'classes') return undefined;
      const { snapshot, picture } = settled;
      const { network, experiment } = snapshot;
      const looked = {
        problem: { dims: network.dims },
        save: async () => network,
        activations: async (points: Float32Array) => forward(network, points),
      };
      const { run, step, spectra, data } = picture;
      const subject = {
        run,
        step,
        data,
        spectra,
        threshold: experiment.threshold,
        before: undefined,
        thorough: true,
      };
      const { takeInsight } = await insightModule();
      return takeInsight(looked, subject, watch, {
        now: () => performance.now(),
        breathe: nextTask,
      });
    },
  };
}
