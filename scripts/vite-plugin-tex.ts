/**
 * Sets formulas while the page is built: importing `formula.tex` gives its HTML with MathML
 * beside it, so that no mathematics runtime ships. A first line `% display` sets it on a line of
 * its own.
 */
import katex from 'katex';
import type { Plugin } from 'vite';

/** Every browser that runs the page reads woff2; the other formats would only be files to publish. */
const olderFonts = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\("(?:woff|truetype)"\)/g;

export function tex(): Plugin {
  return {
    name: 'tex',
    enforce: 'pre',
    transform(code, id) {
      const [path] = id.split('?');
      if (path.endsWith('.tex')) {
        const html = katex.renderToString(code.replace(/^%.*$/gm, '').trim(), {
          displayMode: /^% display/.test(code),
          output: 'htmlAndMathml',
          strict: 'error',
          throwOnError: true,
        });
        return { code: `export default ${JSON.stringify(html)};`, map: null, moduleType: 'js' };
      }
      if (path.endsWith('/katex-swap.min.css')) {
        return { code: code.replace(olderFonts, ''), map: null };
      }
      return undefined;
    },
  };
}
