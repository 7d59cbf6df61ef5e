/**
 * `npm run bench`: builds a page, opens it in one headless Chromium, has every contender train
 * the same networks there, and writes tests/bench/results.json and BENCHMARKS.md. This folder
 * measures the engines; nothing of it is part of the page.
 *
 * page.ts, compare.ts and worker.ts run in the browser; the rest prepares, judges and writes.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, release, type } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build, type PreviewServer, preview } from 'vite';
import { barsOf } from './bars.ts';
import { entries, entryNames } from './contenders/index.ts';
import { markdown } from './markdown.ts';
import type { Encoding, JobName, Jobs } from './messages.ts';
import { type Part, parseOptions, type RunOptions } from './options.ts';
import type { Bench } from './page.ts';
import { printBars, printRuns, printSize } from './print.ts';
import { openToSettled } from './real-page.ts';
import type { Machine, Results, SizeResult } from './results.ts';
import { sizes, stepOperations, taskOf } from './sizes.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const configFile = here('vite.config.ts');
/** On the GPU a repeat is longer: the browser's clock shows tenths of a millisecond, of which a step's JavaScript takes less. */
const pace = {
  cpu: { repeats: 7, milliseconds: 150 },
  gpu: { repeats: 5, milliseconds: 500 },
} as const;
const deepSize = sizes.findIndex(({ name }) => name === 'L20 w64 N400');
const figure2Steps = 10_000;
const figure2Runs = 5;
/** The smallest: singular values on an adapter done in software take their time. */
const stallSize = 0;
const stallRounds = 3;

/** Runs the benchmark; the exit code says whether it ran, not whether the bars were met. */
export async function main(args: string[]): Promise<number> {
  const options = parseOptions(args);
  const begin = performance.now();
  await build({ configFile });
  if (options.parts.includes('visits')) await buildVisitorsPage();
  let server: PreviewServer | undefined;
  let browser: Browser | undefined;
  try {
    server = await preview({ configFile });
    const url = server.resolvedUrls?.local[0];
    if (url === undefined) throw new Error('The preview server has no address.');
    browser = await launch();
    const machine = await machineAt(browser, url);
    const measured = await measure(browser, url, options);
    const results: Results = {
      version: 1,
      machine: { ...machine, load: [...machine.load, loadavg()[0]] },
      ...measured,
      seconds: (performance.now() - begin) / 1000,
    };
    printRuns(results);
    if (options.full) {
      printBars(barsOf(results));
      writeFileSync(here('results.json'), JSON.stringify(results, sevenDigits));
      execFileSync('npx', ['biome', 'format', '--write', here('results.json')], {
        stdio: 'ignore',
      });
      writeFileSync(here('../../BENCHMARKS.md'), markdown(results));
    }
    console.log(`\n${Math.round(results.seconds)} s in all.`);
    return 0;
  } finally {
    await browser?.close();
    await server?.close();
  }
}

function sevenDigits(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(7)) : value;
}

/** The page that visitors see, beside the bench page. */
async function buildVisitorsPage(): Promise<void> {
  await build({
    root: here('../..'),
    logLevel: 'error',
    build: { outDir: here('build/visitors'), emptyOutDir: true, chunkSizeWarningLimit: 10_000 },
  });
}

function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox',
      '--enable-unsafe-webgpu',
      '--disable-quic',
      '--disable-background-networking',
    ],
  });
}

async function openBench(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in globalThis);
  return page;
}

/** Calls one of the functions that page.ts offers. */
function call<Name extends keyof Bench>(
  page: Page,
  name: Name,
  ...args: Parameters<Bench[Name]>
): Promise<Awaited<ReturnType<Bench[Name]>>> {
  return page.evaluate(
    ([name, args]) => {
      const { bench } = globalThis as unknown as {
        bench: Record<string, (...args: unknown[]) => unknown>;
      };
      return bench[name](...args);
    },
    [name as string, args as unknown[]] as const,
  ) as Promise<Awaited<ReturnType<Bench[Name]>>>;
}

/** One measurement in a worker of its own. */
function once<Job extends JobName>(page: Page, job: Job, ask: Jobs[Job]['ask']) {
  return call(page, 'once', job, ask) as Promise<Jobs[Job]['answer']>;
}

async function machineAt(browser: Browser, url: string): Promise<Machine> {
  const page = await openBench(browser, url);
  const adapter = await call(page, 'adapter');
  await page.close();
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: here('.'), encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--', '../../src', '../../package-lock.json') !== '';
  return {
    date: new Date().toISOString().slice(0, 10),
    revision: git('rev-parse', '--short', 'HEAD') + (changed ? ', with uncommitted changes' : ''),
    cpu: cpus()[0].model.trim(),
    cores: cpus().length,
    system: `${type()} ${release()}`,
    browser: browser.version(),
    adapter,
    load: [loadavg()[0]],
  };
}

type Measured = Omit<Results, 'version' | 'machine' | 'seconds'>;

async function measure(browser: Browser, url: string, options: RunOptions): Promise<Measured> {
  const page = await openBench(browser, url);
  const failures: string[] = [];
  /** Runs what may fail without stopping the rest. */
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
      failures.push(`${what}: ${reason}`);
      return undefined;
    }
  };
  const several = async <T>(count: number, what: string, work: () => Promise<T>): Promise<T[]> => {
    const values: T[] = [];
    for (let i = 0; i < count; i++) {
      const value = await attempt(what, work);
      if (value !== undefined) values.push(value);
    }
    return values;
  };
  const roofline = () => several(1, 'Roofline', () => once(page, 'roofline', {}));

  const wants = (part: Part) => options.parts.includes(part);

  const before = wants('roofline') ? await roofline() : [];
  const compared: SizeResult[] = [];
  for (const index of wants('sizes') ? options.sizes : []) {
    const result = await attempt(sizes[index].name, () => compareSize(page, index, options));
    if (result === undefined) continue;
    compared.push(result);
    printSize(result);
  }
  const after = wants('roofline') ? await roofline() : [];
  const encoding: Encoding[] = [];
  const onGpu = entryNames.filter((name) => entries[name].kind === 'gpu');
  for (const entry of wants('encoding') ? onGpu : []) {
    const cost = await attempt(`JavaScript of a step of ${entry}`, () =>
      once(page, 'encoding', { entry, size: deepSize }),
    );
    if (cost !== undefined) encoding.push(cost);
  }
  const figure2 = await several(wants('figure2') ? figure2Runs : 0, 'Figure 2(d)', () =>
    once(page, 'figure2', { steps: figure2Steps }),
  );
  const [endurance] = await several(wants('endurance') ? 1 : 0, 'Endurance', () =>
    once(page, 'endurance', { early: 1000, late: 100_000 }),
  );
  const [spectra] = await several(wants('spectra') ? 1 : 0, 'Singular values', () =>
    once(page, 'spectra', {}),
  );
  const [stall] = await several(wants('stall') ? 1 : 0, 'Steps lost to singular values', () =>
    once(page, 'stall', { size: stallSize, rounds: stallRounds }),
  );
  await page.close();
  const visits = wants('visits') ? figure2Runs : 0;
  const pageOpenToSettled = await several(visits, 'Figure 2(d) on the real page', () =>
    openToSettled(browser, `${url}visitors/`, figure2Steps),
  );
  return {
    sizes: compared,
    roofline: [...before, ...after],
    encoding,
    figure2,
    pageOpenToSettled,
    endurance,
    spectra,
    stall,
    failures,
  };
}

async function compareSize(page: Page, index: number, { only }: RunOptions): Promise<SizeResult> {
  const expected = await call(page, 'judgeSize', index);
  const timings: SizeResult['timings'][number][] = [];
  const failures: SizeResult['failures'][number][] = [];
  for (const kind of ['cpu', 'gpu'] as const) {
    const wanted = only.filter((name) => entries[name].kind === kind);
    const result = await call(page, 'compare', index, kind, wanted, expected, pace[kind]);
    timings.push(...result.timings);
    failures.push(...result.failures);
  }
  const operations = stepOperations(taskOf(sizes[index]).problem);
  return { size: sizes[index], operations, timings, failures };
}
