/**
 * Replays golden trajectories on every engine and prints how far each strays from them:
 *
 *   npm run -s verify:reference -- FILE... [--engine NAME]... [--json]
 *
 * Where the golden run passes a ReLU's kink more closely than float32 resolves, an engine that
 * strays is given the golden state of the step after to go on from; the line says so.
 *
 * Exit code 0: every engine that can run here stays within the tolerance. 1: one does not, or
 * none can run. 2: the arguments or a file are malformed.
 */

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type EngineName, EngineUnavailable, engineNames } from '../engine/engine.ts';
import { engineLoaders } from '../engine/registry.ts';
import { reasonOf } from '../messages/reference.ts';
import { say } from '../messages/say.ts';
import { MalformedReference, parseReference, type ReferenceFile } from './reference-file.ts';
import { passes, type Replayed, replay, tolerance } from './replay-reference.ts';

interface Replay extends Replayed {
  readonly file: string;
  readonly engine: EngineName;
  readonly passed: boolean;
}

interface Absence {
  readonly engine: EngineName;
  /** `unavailable` is no failure; `failed` is one. */
  readonly kind: 'unavailable' | 'failed';
  readonly reason: string;
}

async function verify(
  engine: EngineName,
  files: ReadonlyMap<string, ReferenceFile>,
): Promise<(Replay | Absence)[]> {
  const outcomes: (Replay | Absence)[] = [];
  try {
    const open = await engineLoaders[engine]();
    for (const [file, reference] of files) {
      const replayed = await replay(open, reference);
      outcomes.push({ file, engine, ...replayed, passed: passes(replayed.deviations) });
    }
  } catch (error) {
    const kind = error instanceof EngineUnavailable ? 'unavailable' : 'failed';
    const reason = say(reasonOf(error));
    outcomes.push({ engine, kind, reason });
  }
  return outcomes;
}

/** Prints the table or the JSON; returns the exit code described at the top. */
export async function main(
  args: string[],
  print: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Promise<number> {
  try {
    const { names, engines, json } = readArguments(args);
    const files = new Map<string, ReferenceFile>();
    for (const name of names) files.set(name, await readReference(name));

    const outcomes: (Replay | Absence)[] = [];
    if (!json) print(headings);
    for (const engine of engines) {
      const found = await verify(engine, files);
      if (!json) for (const outcome of found) print(line(outcome));
      outcomes.push(...found);
    }
    const ran = outcomes.some((outcome) => 'deviations' in outcome);
    const passed =
      ran && outcomes.every((o) => ('deviations' in o ? o.passed : o.kind === 'unavailable'));
    if (json) print(JSON.stringify({ tolerance, passed, outcomes }, null, 2));
    else if (!ran) print('No engine could be verified.');
    else print(`${passed ? 'Within' : 'NOT within'} the tolerance of ${tolerance}.`);
    return passed ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof MalformedReference)) throw error;
    console.error(error.message);
    return 2;
  }
}

class UsageError extends Error {}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        engine: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
      },
    });
    if (positionals.length === 0) throw new Error('No file given.');
    const engines = values.engine?.map(engineNamed) ?? engineNames;
    return { names: positionals, engines, json: values.json };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const usage = 'npm run -s verify:reference -- FILE... [--engine NAME]... [--json]';
    throw new UsageError(`${reason}\nUsage: ${usage}`);
  }
}

function engineNamed(name: string): EngineName {
  const found = engineNames.find((known) => known === name);
  if (found === undefined) {
    throw new Error(`There is no engine '${name}'; there are ${engineNames.join(', ')}.`);
  }
  return found;
}

async function readReference(name: string): Promise<ReferenceFile> {
  try {
    return parseReference(await readFile(name, 'utf8'));
  } catch (error) {
    throw new MalformedReference(`${name}: ${error instanceof Error ? error.message : error}`);
  }
}

const columns = ['data loss', '‖θ‖²', 'gradient', 'singular v.', 'weights'];
const headings = `${'engine'.padEnd(12)}${columns.map((name) => name.padStart(12)).join('')}`;

function line(outcome: Replay | Absence): string {
  const engine = outcome.engine.padEnd(12);
  if (!('deviations' in outcome)) {
    return `${engine}  ${outcome.kind === 'unavailable' ? 'skipped' : 'FAILED'}: ${outcome.reason}`;
  }
  const { dataLoss, parameterNorm, gradient, singularValues, finalWeights } = outcome.deviations;
  const figures = [dataLoss, parameterNorm, gradient, singularValues, finalWeights]
    .map((value) => value.toExponential(1).padStart(12))
    .join('');
  const { device, file, passed, resumedAt, uninterrupted } = outcome;
  const resumed =
    resumedAt.length === 0
      ? ''
      : `, resumed at step ${resumedAt.join(', ')} (data loss uninterrupted: ${uninterrupted.dataLoss.toExponential(1)})`;
  return `${engine}${figures}  ${passed ? 'ok    ' : 'FAILED'}  ${file} on ${say(device)}${resumed}`;
}
