import { createElement } from 'react';

/** What a message may set apart, as in `<var>L</var>`; none within another. */
const marked = /<(var|em|sub|strong)>(.*?)<\/\1>/g;

/** A message whose variables and stressed words are set as such. */
export function Prose({ children }: { readonly children: string }) {
  const parts = [];
  let end = 0;
  for (const { 0: whole, 1: tag, 2: words, index } of children.matchAll(marked)) {
    parts.push(children.slice(end, index), createElement(tag, { key: index }, words));
    end = index + whole.length;
  }
  parts.push(children.slice(end));
  return parts;
}
