/** Opens the engine somebody asked for, or the best one that runs here, and says why it was taken. */
import type { EngineName } from '../experiment/index.ts';
import { EngineUnavailable, type OpenEngine, type TrainingEngine } from './engine.ts';
import { engineLoaders } from './registry.ts';

export interface EngineChoice {
  readonly engine: TrainingEngine;
  /** Why this one, in words for people, where it is not simply what was asked for. */
  readonly reason?: string;
}

/** Tried in this order where the choice is left to the page. */
const preference: readonly EngineName[] = ['wasm', 'tfjs-wasm', 'tfjs-cpu'];

/**
 * Opens an engine on a problem.
 * @param wanted an engine, or `auto`
 * @param avoid engines that failed before in this visit
 * @throws the last error, where no engine could be opened
 */
export async function chooseEngine(
  wanted: EngineName | 'auto',
  avoid: ReadonlySet<EngineName>,
  ...start: Parameters<OpenEngine>
): Promise<EngineChoice> {
  const candidates = (wanted === 'auto' ? preference : [wanted, ...preference]).filter(
    (name, index, all) => !avoid.has(name) && all.indexOf(name) === index,
  );
  let reason: string | undefined;
  let failure: unknown = new EngineUnavailable('tfjs-cpu', 'Every engine has failed in this visit.');
  for (const name of candidates) {
    try {
      const open = await engineLoaders[name]();
      const engine = await open(...start);
      return reason === undefined ? { engine } : { engine, reason };
    } catch (error) {
      failure = error;
      const why = error instanceof Error ? error.message : String(error);
      reason = `The engine “${name}” does not run here (${why}).`;
    }
  }
  throw failure;
}
