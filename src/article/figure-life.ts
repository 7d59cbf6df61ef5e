/** Where a figure of the article is in its life, as its parts see it. */
import type { SettledFigures } from '../snapshot/index.ts';
import type { Place } from '../ui/pictures/closer-look.ts';

/** `file`: settled networks from a file. `live`: a run in a worker. */
export type Source = 'file' | 'live';

export interface FigureLife {
  /** Where what is shown comes from; undefined before there is anything. */
  readonly source: Source | undefined;
  /** It is this figure's turn: a live run trains now. */
  readonly performing: boolean;
  /** Measured on the settled network shown; undefined for a live run. */
  readonly figures: SettledFigures | undefined;
  /** Index of the data point under the pointer, in whichever of its charts. */
  readonly point: number | undefined;
  /** Where the pointer is on its class map. */
  readonly place: Place | undefined;
  /** Its file could not be read, and why, in words for people. */
  readonly failure: string | undefined;
}

export const unborn: FigureLife = {
  source: undefined,
  performing: false,
  figures: undefined,
  point: undefined,
  place: undefined,
  failure: undefined,
};
