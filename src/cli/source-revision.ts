import { execFileSync } from 'node:child_process';

/**
 * The revision of the source as git names it, with “-dirty” where src has changes that are in no
 * revision. To be asked for at the start of a command: what is committed while it runs is not what runs.
 * @returns “unknown” outside a repository
 */
export function sourceRevision(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no', 'src') !== '';
    return git('rev-parse', '--short=12', 'HEAD') + (changed ? '-dirty' : '');
  } catch {
    return 'unknown';
  }
}
