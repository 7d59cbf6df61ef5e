/**
 * Has the files of a view fetched while the page's first script is still on its way: they would
 * otherwise be asked for only once that has run, a round trip later. Which view a link opens is
 * decided by src/ui/view-of-link.ts itself, whose text goes into the page.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Plugin, type Rolldown, transformWithOxc } from 'vite';

export interface PreloadedView {
  /** Its module, from the root of the project. */
  readonly module: string;
  /** What it fetches first, beside scripts and styles. */
  readonly data?: readonly string[];
}

export function preload(views: Readonly<Record<string, PreloadedView>>): Plugin {
  let root = '';
  return {
    name: 'preload',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle = {} }) {
        const files = Object.fromEntries(
          Object.entries(views).map(([name, { module, data = [] }]) => {
            const { scripts, styles } = filesOf(resolve(root, module), bundle);
            const missing = (path: string) => !html.includes(path);
            return [name, [scripts.filter(missing), styles.filter(missing), data]];
          }),
        );
        const path = resolve(root, 'src/ui/view-of-link.ts');
        const { code } = await transformWithOxc(await readFile(path, 'utf8'), path);
        const script = `{${code.replace(/^export /gm, '').replace(/^\/\/#.*$/gm, '')}
const kinds = [{ rel: 'modulepreload' }, { rel: 'preload', as: 'style' }, { rel: 'preload', as: 'fetch' }];
const files = ${JSON.stringify(files)};
files[viewOfLink(location.search)].forEach((paths, kind) => {
  for (const href of paths)
    document.head.append(Object.assign(document.createElement('link'), kinds[kind], { crossOrigin: '', href }));
});
}`;
        // Before the styles, for which a script after them would wait.
        return html.replace('<script', () => `<script>${script}</script>\n    <script`);
      },
    },
  };
}

/** Every script and style that a module needs at once. */
function filesOf(module: string, bundle: Rolldown.OutputBundle) {
  const entry = Object.values(bundle).find(
    (output) => output.type === 'chunk' && output.facadeModuleId === module,
  );
  if (!entry) throw new Error(`No file of the page begins with ${module}.`);
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const follow = (path: string) => {
    const chunk = bundle[path];
    if (scripts.has(path) || chunk?.type !== 'chunk') return;
    scripts.add(path);
    for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
    for (const next of chunk.imports) follow(next);
  };
  follow(entry.fileName);
  return { scripts: [...scripts], styles: [...styles] };
}
