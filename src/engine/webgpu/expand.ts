/**
 * Writes out the loops of our WGSL files. A register tile has to be spelled out, one variable
 * per element, because an array indexed by a loop variable would live in memory; so between
 * `//! for x COUNT` and `//! end` the text is repeated with `$x` replaced by 0, 1, … and
 * `$(x*4+y)` by the value of the sum. COUNT is a product of numbers and of the constants given.
 */
export function expand(source: string, constants: Readonly<Record<string, number>>): string {
  const lines = source.split('\n');
  const { text, next } = block(lines, 0, constants);
  if (next !== lines.length) throw new SyntaxError(`//! end without //! for in line ${next + 1}`);
  return text;
}

interface Block {
  readonly text: string;
  /** The line at which the block ends: that of its `//! end`, or one past the last. */
  readonly next: number;
}

function block(lines: string[], start: number, names: Readonly<Record<string, number>>): Block {
  let text = '';
  let index = start;
  while (index < lines.length) {
    const line = lines[index].trim();
    if (line === '//! end') break;
    const loop = /^\/\/! for ([a-z]) (.+)$/.exec(line);
    if (!loop) {
      text += `${substitute(lines[index], names)}\n`;
      index++;
      continue;
    }
    let next = index + 1;
    const count = value(loop[2], names);
    for (let i = 0; i < count; i++) {
      const body = block(lines, index + 1, { ...names, [loop[1]]: i });
      text += body.text;
      next = body.next;
    }
    if (next >= lines.length) throw new SyntaxError(`no //! end for line ${index + 1}`);
    index = next + 1;
  }
  return { text, next: index };
}

function substitute(line: string, names: Readonly<Record<string, number>>): string {
  return line
    .replace(/\$\(([^)]+)\)/g, (_, sum: string) => String(value(sum, names)))
    .replace(/\$([a-z])/g, (_, name: string) => String(value(name, names)));
}

/** Value of a sum of products of numbers and names. */
function value(sum: string, names: Readonly<Record<string, number>>): number {
  let total = 0;
  for (const product of sum.split('+')) {
    let term = 1;
    for (const factor of product.split('*')) {
      const name = factor.trim();
      const number = /^\d+$/.test(name) ? Number(name) : names[name];
      if (number === undefined) throw new SyntaxError(`unknown name “${name}” in a WGSL loop`);
      term *= number;
    }
    total += term;
  }
  return total;
}
