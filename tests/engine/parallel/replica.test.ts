import { expect, test } from 'vitest';
import { connectAll } from '../../../src/engine/parallel/ports.ts';
import { Replica } from '../../../src/engine/parallel/replica.ts';
import { shardsOf } from '../../../src/engine/parallel/shards.ts';
import { bestBuild, openWasmBuild, type WasmEngine } from '../../../src/engine/wasm/index.ts';
import { initialState, plain, randomProblem } from '../problems.ts';
import '../wasm/every-build.ts';

const dims = [3, 26, 26, 5];
const optimisation = { ...plain, clipNorm: 0.1 };

test.each([2, 3, 4])('%i replicas are alike to the last bit after 500 steps', async (replicas) => {
  const points = 4 * replicas + 3;
  const problem = randomProblem(dims, points, 'cross-entropy', 5);
  const state = initialState(dims, 6);
  const ports = connectAll(replicas);
  const engines = await Promise.all(
    ports.map(() => openWasmBuild(bestBuild())(problem, optimisation, state)),
  );
  const shards = shardsOf(points, replicas);
  const members = engines.map(
    (engine, rank) =>
      new Replica(engine, { rank, replicas, shard: shards[rank], ports: ports[rank] }),
  );
  const train = (engine: WasmEngine, rank: number) =>
    engine.recordSteps(500, (count) => members[rank].takeSteps(count));
  const records = await Promise.all(engines.map(train));
  const states = await Promise.all(engines.map((engine) => engine.save()));
  for (const member of members) member.close();
  expect(states[0].parameters).not.toEqual(state.parameters);
  for (const other of states) expect(other).toEqual(states[0]);
  for (const other of records) expect(other).toEqual(records[0]);
});
