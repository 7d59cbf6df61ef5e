/** Looks for English on a page that should be in Chinese. */
import type { Page } from '@playwright/test';

/**
 * Runs of three or more Latin words in what is read or heard of the page: texts, descriptions and
 * labels. Names of papers stand in elements that say they are English.
 */
export function englishLeft(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const run = /(?:\p{Script=Latin}{2,}[\s,;:.’'()-]+){2,}\p{Script=Latin}{2,}/u;
    const labels = [
      'alt',
      'aria-description',
      'aria-label',
      'aria-valuetext',
      'placeholder',
      'title',
    ];
    /** The same in every language: code, the words of a link, names of devices. */
    const names = /\S+=\S*|WASM(?: relaxed)? SIMD/g;
    const found = new Set<string>();
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('code, pre, script, style, noscript, [lang="en"], [translate="no"]'))
        continue;
      const texts = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent ?? '');
      const read = [...texts, ...labels.map((label) => element.getAttribute(label) ?? '')];
      for (const words of read) if (run.test(words.replace(names, ''))) found.add(words.trim());
    }
    return [...found];
  });
}
