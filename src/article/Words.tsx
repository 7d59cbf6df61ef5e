/** Single letters that are variables wherever they stand alone; “a” and “A” are words, too. */
const variable = /(?<![\p{L}\d])([fghkxzLNRWZ])(?![\p{L}\d’'])/u;

/** Text with its variables set off as such; what they equal stays on their line. */
export function Words({ text }: { readonly text: string }) {
  let at = 0;
  return text
    .replaceAll(' = ', '\u00a0=\u00a0')
    .split(variable)
    .map((part, index) => {
      const key = at;
      at += part.length;
      // What the pattern captured stands at the odd places.
      return index % 2 === 1 ? <var key={key}>{part}</var> : part;
    });
}
