/** How fast the engine's own matrix product runs here when nothing has to come from memory. */
import { bestBuild, instantiate } from './module.ts';

const rounds = 7;
const roundMilliseconds = 15;

/**
 * GFLOP/s of the matmul microkernel on in-cache data without zeros, in the build that `openWasm`
 * uses: the best of seven rounds of 15 ms, because a roofline is what is possible, and whatever
 * else the machine does only takes away from it. Training that counts the operations it leaves out
 * for zeros can come out above.
 * @throws EngineUnavailable where WebAssembly SIMD is missing
 */
export async function measureRoofline(): Promise<number> {
  const wasm = await instantiate(bestBuild());
  let repeats = 64;
  // Also the warm-up: the optimising compiler takes over while this runs.
  for (;;) {
    const start = performance.now();
    wasm.exerciseMatmul(repeats);
    if (performance.now() - start > roundMilliseconds) break;
    repeats *= 2;
  }
  const rates = Array.from({ length: rounds }, () => {
    const start = performance.now();
    const operations = wasm.exerciseMatmul(repeats);
    return operations / (performance.now() - start) / 1e6;
  });
  return Math.max(...rates);
}
