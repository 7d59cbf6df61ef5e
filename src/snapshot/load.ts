/** Fetches files of settled networks, once a visit each. */
import { completeExperiment, sampleData } from '../experiment/index.ts';
import { refer } from '../messages/reference.ts';
import { decodeSnapshots } from './decode.ts';
import { featured } from './featured.ts';
import { type Snapshot, SnapshotError, type SnapshotSet } from './snapshot.ts';

/** Sets by the address of their file; one that failed may be asked for again. */
const loaded = new Map<string, Promise<SnapshotSet>>();

/**
 * The settled networks of a featured experiment.
 * @param name as in `featured`
 * @param folder where the files are, ending in a slash; public/runs of this page unless told
 * @throws SnapshotError where there is no such file, or it is damaged or of another version
 */
export function loadSnapshots(name: string, folder = runsFolder()): Promise<SnapshotSet> {
  const address = `${folder}${name}.bin`;
  const known = loaded.get(address);
  if (known) return known;
  const set = fetchBytes(address).then((bytes) => openSnapshots(name, bytes));
  loaded.set(address, set);
  set.catch(() => loaded.delete(address));
  return set;
}

/** Reads the bytes of a file and draws the data it is about. @throws SnapshotError */
export async function openSnapshots(name: string, bytes: Uint8Array): Promise<SnapshotSet> {
  const choices = featured.find((experiment) => experiment.name === name)?.choices;
  if (!choices) throw new SnapshotError(refer('snapshot', 'error.unknown', { name }));
  const { provenance, states } = decodeSnapshots(bytes);
  const data = await sampleData(completeExperiment(choices));
  const snapshots = new Map<number, Snapshot>();
  for (const state of states) {
    const experiment = completeExperiment({ ...choices, depth: state.depth });
    snapshots.set(state.depth, { ...state, experiment, data, provenance });
  }
  return {
    provenance,
    bytes: bytes.length,
    depths: [...snapshots.keys()].sort((a, b) => a - b),
    at: (depth) => snapshots.get(depth),
  };
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch {
    throw new SnapshotError(refer('snapshot', 'error.fetch'));
  }
  if (!response.ok) throw new SnapshotError(refer('snapshot', 'error.fetch'));
  return new Uint8Array(await response.arrayBuffer());
}

/** The page and its worker are not in the same place: once built, workers lie in a folder of it. */
function runsFolder(): string {
  const page = 'document' in globalThis;
  const base = page ? document.baseURI : location.href;
  return new URL(page ? 'runs/' : import.meta.env.PROD ? '../runs/' : '/runs/', base).href;
}
