/** Which revision of this program is running. */
import { execFileSync } from 'node:child_process';

/** The short name of the commit, with a word on changes that are not in it; “unknown” without git. */
export function presentRevision(): string {
  try {
    const git = (...args: string[]) =>
      execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    const commit = git('rev-parse', '--short=7', 'HEAD');
    const changed = git('status', '--porcelain', '--untracked-files=no', '--', 'src', 'scripts');
    return changed === '' ? commit : `${commit}, with changes on top`;
  } catch {
    return 'unknown';
  }
}
