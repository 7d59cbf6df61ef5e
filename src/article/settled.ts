/** What is known at once of a featured experiment at some depth: the picture of its settled network. */

import type { Insight, Picture, Watch } from '../session/index.ts';
import { pictureOf } from '../session/settled-view.ts';
import type { Snapshot, SnapshotSet } from '../snapshot/index.ts';
import { loadSnapshots } from '../snapshot/load.ts';
import { forward } from '../snapshot/settled-network.ts';

export interface Settled {
  readonly snapshot: Snapshot;
  readonly picture: Picture;
}

export interface SettledSource {
  readonly set: SnapshotSet;
  /** Undefined where the file has no such depth. */
  at(depth: number): Promise<Settled | undefined>;
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

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Waits for a moment in which the page has nothing else to do. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve());
    else setTimeout(resolve, 100);
  });
}

/** @param name of an experiment in src/snapshot/featured.ts */
export async function openSettled(name: string): Promise<SettledSource> {
  const set = await loadSnapshots(name);
  const quick = new Map<number, Settled>();
  const sharp = new Map<number, Settled>();
  async function take(depth: number, sharpness: 'quick' | 'sharp'): Promise<Settled | undefined> {
    const snapshot = set.at(depth);
    if (!snapshot) return undefined;
    const how = { run: runOf(depth), ...(sharpness === 'sharp' && { breathe }) };
    return { snapshot, picture: await pictureOf(snapshot, sharpness, how) };
  }
  async function remembered(
    depth: number,
    memory: Map<number, Settled>,
    sharpness: 'quick' | 'sharp',
  ): Promise<Settled | undefined> {
    const known = sharp.get(depth) ?? memory.get(depth);
    if (known) return known;
    const taken = await take(depth, sharpness);
    if (taken) memory.set(depth, taken);
    return taken;
  }
  return {
    set,
    at: (depth) => remembered(depth, quick, 'quick'),
    async takeAll() {
      for (const depth of set.depths) {
        await idle();
        await remembered(depth, quick, 'quick');
      }
    },
    sharpAt: (depth) => remembered(depth, sharp, 'sharp'),
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
      };
      // Jacobians and principal components: nothing that the first screen needs.
      const { takeInsight } = await import('../session/insight.ts');
      return takeInsight(looked, subject, watch, { now: () => performance.now(), breathe });
    },
  };
}
