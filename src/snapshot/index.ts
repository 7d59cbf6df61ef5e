/**
 * Settled networks in files, so that a depth has an answer before anything has been trained:
 * which experiments have them (`featured`), the binary format, how a trained network is made
 * small (`compact`) and how a file is fetched and read. It trains nothing and takes no pictures.
 *
 * In comes a trained network from the command line, out goes a file in public/runs; in comes such
 * a file, out goes a `SnapshotSet`. For the page:
 *
 *     const set = await loadSnapshots('paper-s');   // one fetch, kept for the visit
 *     const snapshot = set.at(9);                   // undefined where there is none
 *     const picture = await pictureOf(snapshot);    // from ../session/settled-view.ts
 *
 * `pictureOf` takes at most 50 ms on the main thread at its quick sharpness, needs no worker and
 * no engine, and gives the `Picture` that a live run gives (`picture.kind === 'classes'` for
 * classifiers), to be drawn by the same charts.
 */
export { settledStart } from './expand.ts';
export { type FeaturedExperiment, featured, featuredLike } from './featured.ts';
export { loadSnapshots } from './load.ts';
export { type ReadableNetwork, settledNetwork } from './settled-network.ts';
export {
  type CompactNetwork,
  type Made,
  type Provenance,
  type SettledFigures,
  type SettledState,
  type Snapshot,
  SnapshotError,
  type SnapshotSet,
} from './snapshot.ts';
