/** Runs the checks of one engine in a worker, where the page runs engines too. */
import { arithmeticChecks, type Check, goldenChecks } from '../../engine/checks/index.ts';
import { lendsLiveTensors } from '../../engine/checks/live-tensors.ts';
import { type GoldenFile, type GoldenName, goldenOf } from '../../engine/golden.ts';
import classifier4 from '../../reference/classifier-depth4.json?raw';
import classifier12 from '../../reference/classifier-depth12.json?raw';
import regression6 from '../../reference/regression-depth6.json?raw';
import { type SubjectName, subject, yardstick } from './subjects.ts';

const files: Record<GoldenName, string> = {
  'classifier-depth4': classifier4,
  'classifier-depth12': classifier12,
  'regression-depth6': regression6,
};
const everybodys = [
  ...goldenChecks((name) => goldenOf(JSON.parse(files[name]) as GoldenFile)),
  ...arithmeticChecks,
];

/** What only the fused engine does. */
const lending: Check = {
  title: 'lends its live parameters to TensorFlow.js',
  run: ({ open }) => lendsLiveTensors(open),
};

export interface Outcome {
  readonly title: string;
  /** What went wrong, if anything did. */
  readonly failure?: string;
}

self.onmessage = async ({ data: name }: MessageEvent<SubjectName>) => {
  const outcomes: Outcome[] = [];
  for (const { title, run } of name === 'webgpu' ? [...everybodys, lending] : everybodys) {
    const failure = await attempt(async () => run(await subject(name), await yardstick(name)));
    outcomes.push({ title, ...(failure !== undefined && { failure }) });
  }
  self.postMessage(outcomes);
};

async function attempt(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) return String(error);
    const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
    return error.message + cause;
  }
}
