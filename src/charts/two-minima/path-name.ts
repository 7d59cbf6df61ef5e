import { sweepText } from '../../messages/sweep.ts';
import type { DepthPath } from './two-minima-data.ts';

/** How people call a path through the depths: "grown", "restarted", "shrunk". */
export function pathName(path: DepthPath): string {
  return sweepText(`chart.path.${path}`);
}
