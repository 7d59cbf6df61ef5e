/** The training worker's side: a replica of its own, and a crew of helpers that hold the others. */

import { type Reference, type ReferenceValue, reasonOf, refer } from '../../messages/reference.ts';
import {
  EngineUnavailable,
  type NetworkSpectra,
  type OpenEngine,
  type SpectraOptions,
  type StepRecord,
  type TrainingEngine,
  type TrainingState,
} from '../engine.ts';
import { type Optimisation, type Problem, pointCount } from '../problem.ts';
import {
  type Build,
  bestBuild,
  buildNames,
  openWasmBuild,
  type WasmEngine,
} from '../wasm/index.ts';
import { Crew, type SpawnHelper } from './crew.ts';
import type { Assignment, Helper } from './messages.ts';
import { connectAll } from './ports.ts';
import { Replica } from './replica.ts';
import { replicasFor, shardsOf } from './shards.ts';

/** A crew that twice in a row has not taken a step within this time has lost somebody. */
const watchMilliseconds = 2000;

class ParallelEngine implements TrainingEngine {
  readonly name = 'wasm-parallel';
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly engine: WasmEngine,
    private readonly replica: Replica,
    private readonly crew: Crew,
    private readonly replicas: number,
    private readonly build: Build,
  ) {}

  get device(): Reference {
    const { build, replicas } = this;
    return refer('engines', 'device.wasmParallel', {
      build: buildNames[build],
      workers: replicas,
    });
  }

  get problem(): Problem {
    return this.engine.problem;
  }

  train(steps: number): Promise<StepRecord> {
    return this.inTurn(() => {
      const endWatch = this.watch();
      const takeSteps = (count: number) => {
        this.crew.tell({ kind: 'train', steps: count });
        return this.replica.takeSteps(count);
      };
      return this.engine.recordSteps(steps, takeSteps).finally(endWatch);
    });
  }

  setOptimisation(optimisation: Optimisation): void {
    void this.inTurn(async () => {
      this.engine.setOptimisation(optimisation);
      this.crew.tell({ kind: 'optimise', optimisation });
    });
  }

  gradient(): Promise<Float32Array> {
    return this.inTurn(async () => {
      const { wasm, problem } = this.engine;
      const points = pointCount(problem);
      wasm.setShard(0, points);
      const gradient = await this.engine.gradient();
      const [own] = shardsOf(points, this.replicas);
      wasm.setShard(own.first, own.end);
      return gradient;
    });
  }

  evaluate(points: Float32Array): Promise<Float32Array> {
    return this.engine.evaluate(points);
  }

  activations(points: Float32Array): Promise<Float32Array[]> {
    return this.engine.activations(points);
  }

  spectra(options: SpectraOptions): Promise<NetworkSpectra> {
    return this.engine.spectra(options);
  }

  save(): Promise<TrainingState> {
    return this.engine.save();
  }

  load(state: TrainingState): Promise<void> {
    return this.inTurn(async () => {
      await this.engine.load(state);
      this.crew.tell({ kind: 'load', state });
    });
  }

  dispose(): void {
    this.crew.dismiss();
    this.replica.close();
    this.replica.fail(new Error('This engine has been disposed of.'));
    this.engine.dispose();
  }

  /** Helpers do everything in the order in which they are told, and so must we. */
  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }

  /** Notices when the others fall silent; a worker that the browser ends reports nothing. Returns what ends the watch. */
  private watch(): () => void {
    const { wasm } = this.engine;
    let before = wasm.stepsDone();
    let silent = 0;
    const timer = setInterval(() => {
      const now = wasm.stepsDone();
      silent = now === before ? silent + 1 : 0;
      before = now;
      // Once is not enough: a computer that wakes from sleep finds its timers all due.
      if (silent === 2)
        this.replica.fail(unavailable('helperLost', refer('engines', 'helper.silent')));
    }, watchMilliseconds);
    return () => clearInterval(timer);
  }
}

function unavailable(
  key: 'oneCore' | 'fewPoints' | 'noNesting' | 'noHelper' | 'helperLost',
  reason?: ReferenceValue,
): EngineUnavailable {
  const values = reason === undefined ? undefined : { reason };
  return new EngineUnavailable('wasm-parallel', refer('engines', `refusal.${key}`, values));
}

/**
 * What opens the engine with helpers of somebody else's making.
 * @param cores how many workers there may be, our own included
 */
export function openParallel(spawn: SpawnHelper, cores: number): OpenEngine {
  return async (problem, optimisation, state) => {
    const build = bestBuild();
    const engine = await openWasmBuild(build)(problem, optimisation, state);
    const points = pointCount(problem);
    const replicas = replicasFor(points, cores);
    if (replicas < 2) throw unavailable(cores < 2 ? 'oneCore' : 'fewPoints');
    const shards = shardsOf(points, replicas);
    const ports = connectAll(replicas);
    const places = shards.map((shard, rank) => ({ rank, replicas, shard, ports: ports[rank] }));
    const [own, ...others] = places;
    const replica = new Replica(engine, own);
    const assignments = others.map(
      (place): Assignment => ({ build, problem, optimisation, state, ...place }),
    );
    try {
      const crew = await Crew.start(spawn, assignments, (reason) =>
        replica.fail(unavailable('helperLost', reason)),
      );
      return new ParallelEngine(engine, replica, crew, replicas, build);
    } catch (error) {
      replica.close();
      throw unavailable('noHelper', reasonOf(error));
    }
  };
}

function spawnWorker(): Helper {
  return new Worker(new URL('./helper-worker.ts', import.meta.url), { type: 'module' });
}

/**
 * Opens the engine with one worker a core, four at most.
 * @throws EngineUnavailable where workers cannot have workers, or there is nothing to share
 */
export const openWasmParallel: OpenEngine = async (...start) => {
  if (typeof Worker === 'undefined') throw unavailable('noNesting');
  return openParallel(spawnWorker, navigator.hardwareConcurrency)(...start);
};
