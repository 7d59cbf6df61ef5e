/**
 * What singular values on the GPU cost training there: steps a second while a picture's spectra are
 * asked for at every frame, against none. On an adapter that is done in software the page has the CPU
 * measure them, so there the GPU's own are asked for all the same, and the answer says so.
 */
import { engineLoaders } from '../../src/engine/registry.ts';
import { FusedTraining } from '../../src/engine/webgpu/training.ts';
import { median } from './median.ts';
import type { Stall } from './messages.ts';
import { sizes, taskOf } from './sizes.ts';
import { taskStart } from './task-start.ts';

const frame = 1000 / 60;
/** As the page trains: in slices of about half a frame. */
const slice = 8;
const roundMilliseconds = 2000;

export async function measureStall(size: number, rounds: number): Promise<Stall> {
  const open = await engineLoaders.webgpu();
  const engine = await open(...taskStart(taskOf(sizes[size])));
  if (!(engine instanceof FusedTraining)) throw new Error('Not the fused engine.');
  await engine.gpuSpectra({ centred: true });
  const stepsPerSlice = await sliceOf(engine);
  const alone: number[] = [];
  const beside: number[] = [];
  const pictures: number[] = [];
  for (let round = 0; round < rounds; round++) {
    alone.push((await trainFor(engine, stepsPerSlice, false)).rate);
    const watched = await trainFor(engine, stepsPerSlice, true);
    beside.push(watched.rate);
    pictures.push(watched.pictures);
  }
  const { software } = engine.gpu;
  engine.dispose();
  const [aloneRate, besideRate] = [median(alone), median(beside)];
  return {
    size: sizes[size].name,
    software,
    aloneRate,
    besideRate,
    lost: 1 - besideRate / aloneRate,
    pictureRate: median(pictures),
  };
}

async function sliceOf(engine: FusedTraining): Promise<number> {
  await engine.train(3);
  const start = performance.now();
  await engine.train(10);
  return Math.max(1, Math.round((10 * slice) / (performance.now() - start)));
}

/** Steps and pictures a second. */
async function trainFor(engine: FusedTraining, stepsPerSlice: number, watched: boolean) {
  const start = performance.now();
  let steps = 0;
  let pictures = 0;
  let asked = Number.NEGATIVE_INFINITY;
  let picture: Promise<void> | undefined;
  while (performance.now() - start < roundMilliseconds) {
    // One picture at a time, as on the page.
    if (watched && picture === undefined && performance.now() - asked >= frame) {
      asked = performance.now();
      picture = engine.gpuSpectra({ centred: true }).then(() => {
        pictures++;
        picture = undefined;
      });
    }
    await engine.train(stepsPerSlice);
    steps += stepsPerSlice;
  }
  const seconds = (performance.now() - start) / 1000;
  await picture;
  return { rate: steps / seconds, pictures: pictures / seconds };
}
