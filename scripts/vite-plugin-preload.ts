/**
 * Has the files of a view fetched while the page's first script is still on its way: they would
 * otherwise be asked for only once that has run, a round trip later. All of them are asked for by a
 * script, and none by the page itself, which nothing but its own text shall hold up. Which view a
 * link opens is decided by src/ui/view-of-link.ts itself, whose text goes into the page; it is noted
 * at the root of the page, as `data-view`, for whoever else wants to know.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Plugin, type Rolldown, transformWithOxc } from 'vite';

export interface PreloadedView {
  /** Its module, from the root of the project. */
  readonly module: string;
  /** What it fetches first, beside scripts and styles. */
  readonly data?: readonly string[];
  /** Typefaces of its first screen, by the beginnings of their files' names. */
  readonly fonts?: readonly string[];
}

/** A script that the build has the page fetch by itself. */
const preloaded = /<link rel="modulepreload"[^>]* href="\.\/([^"]+)">\s*/g;

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
        const first = Array.from(html.matchAll(preloaded), ([, path]) => path);
        const files = Object.fromEntries(
          Object.entries(views).map(([name, { module, data = [], fonts = [] }]) => {
            const { scripts, styles } = filesOf(resolve(root, module), bundle);
            const missing = styles.filter((path) => !html.includes(path));
            return [
              name,
              [
                [...new Set([...first, ...scripts])],
                missing,
                data,
                fonts.map((font) => fontFile(font, bundle)),
              ],
            ];
          }),
        );
        const script = `{${await inlined(resolve(root, 'src/ui/view-of-link.ts'))}
const kinds = [{ rel: 'modulepreload' }, { rel: 'preload', as: 'style' }, { rel: 'preload', as: 'fetch' }, { rel: 'preload', as: 'font', type: 'font/woff2' }];
const files = ${JSON.stringify(files)};
const view = viewOfLink(location.search);
document.documentElement.dataset.view = view;
files[view].forEach((paths, kind) => {
  for (const href of paths)
    document.head.append(Object.assign(document.createElement('link'), kinds[kind], { crossOrigin: '', href }));
});
}`;
        // Before the styles, for which a script after them would wait.
        return html
          .replace(preloaded, '')
          .replace('<script', () => `<script>${script}</script>\n    <script`);
      },
    },
  };
}

/** The text of a module that imports nothing, for a script that is part of the page. */
export async function inlined(path: string): Promise<string> {
  const { code } = await transformWithOxc(await readFile(path, 'utf8'), path);
  return code.replace(/^export /gm, '').replace(/^\/\/#.*$/gm, '');
}

/** The path of a typeface. */
function fontFile(name: string, bundle: Rolldown.OutputBundle): string {
  const path = Object.keys(bundle).find((path) => path.includes(`/${name}-`));
  if (path === undefined) throw new Error(`No file of the page is the typeface ${name}.`);
  return path;
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
