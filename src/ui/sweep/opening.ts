/** How the run that a mark stands for opens in the lab, and what the mark says of that beforehand. */
import { sweepText } from '../../messages/sweep.ts';
import type { CellResult, OriginOf } from '../../sweep/index.ts';
import { siteLink } from '../site/site-link.ts';

export interface Opening {
  readonly href: string;
  /** Read out beside what was measured. */
  readonly lines: readonly string[];
}

/** A link cannot say how a depth was reached, so grown and shrunk networks begin anew in the lab; their marks say so. */
export function openingOf(run: CellResult, originOf: OriginOf): Opening {
  const { path, query } = run;
  const from = originOf(run);
  const href = siteLink('lab', query);
  if (path === 'restarted' || from === undefined) return { href, lines: [] };
  return { href, lines: [sweepText(`cell.reached.${path}`, { from }), sweepText('cell.anew')] };
}
