/** The page behind the benchmark: `run.ts` calls what hangs on `window` here. */
import { compare, judgeSize } from './compare.ts';
import type { JobName, Jobs } from './messages.ts';
import { Station } from './station.ts';

/** One measurement in a worker of its own. */
async function once<Job extends JobName>(
  job: Job,
  ask: Jobs[Job]['ask'],
): Promise<Jobs[Job]['answer']> {
  const station = new Station();
  try {
    return await station.do(job, ask, 180);
  } finally {
    station.close();
  }
}

async function adapter(): Promise<string> {
  const found = await navigator.gpu?.requestAdapter();
  if (!found) return 'none';
  const { vendor, architecture, device, description } = found.info;
  return [vendor, architecture, device, description].filter((part) => part !== '').join(', ');
}

const bench = { compare, judgeSize, once, adapter };
export type Bench = typeof bench;

Object.assign(globalThis, { bench });
