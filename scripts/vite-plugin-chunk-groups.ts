/**
 * Has modules that are needed together come in one file. Left alone they are cut up by who shares
 * them with whom: sixty files for the lab, each a request and compressed by itself. Modules are
 * named by patterns of their paths; one that no module answers to any more stops the build, for
 * a file that was moved would otherwise be cut off without a word.
 */
import type { Plugin } from 'vite';

/** @param together patterns by the name of the file, the first of which takes a module */
export function chunkGroups(together: Readonly<Record<string, readonly string[]>>): Plugin {
  const patterns = Object.values(together).flat();
  const unmatched = new Set(patterns);
  const groups = Object.entries(together).map(([name, paths]) => {
    const tests = paths.map((path) => ({ path, test: new RegExp(path) }));
    return {
      name,
      test: (id: string) => {
        const found = tests.filter(({ test }) => test.test(id));
        for (const { path } of found) unmatched.delete(path);
        return found.length > 0;
      },
    };
  });
  return {
    name: 'chunk-groups',
    apply: 'build',
    // A worker is a build of its own, in one file.
    applyToEnvironment: (environment) => environment.name === 'client',
    config: () => ({ build: { rolldownOptions: { output: { codeSplitting: { groups } } } } }),
    generateBundle() {
      if (unmatched.size === 0) return;
      throw new Error(
        `No module of the page is at ${[...unmatched].join(' or ')}: see vite.config.ts.`,
      );
    },
  };
}
