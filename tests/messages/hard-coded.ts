/** Finds words for people that stand in the code rather than in a catalogue. */
import { parseAst } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [property: string]: unknown;
}

/** What people read or hear wherever it stands. */
const readAttributes = new Set([
  ...['alt', 'aria-description', 'aria-label', 'aria-roledescription', 'aria-valuetext'],
  ...['description', 'errorMessage', 'label', 'placeholder', 'textValue', 'title'],
]);
/** Of plain objects, such as the data of a chart. */
const readProperties = new Set(['heading', 'help', 'label', 'title', 'unit', 'words']);
/** Of calls: d3's `.text(…)`, and a canvas. */
const readArguments = new Set(['text', 'fillText', 'strokeText']);

/** Two letters in a row are a word; single ones are variables, classes and axes. */
const word = /\p{L}{2,}/u;
/** The same in every language. */
const names = /\b(?:Rankfall|BibTeX|\p{Lu}{2,})\b/gu;
/** Words with a full stop after them, or a capital before them: no list of classes and no path. */
const sentence = /\p{L}{2,}[^.]* \p{L}+[^\s.]*[.!?…]|^\p{Lu}\p{Ll}+ \p{Ll}{2,}/u;

/** @returns each find as `line: words` */
export function hardCodedWords(source: string, path: string): string[] {
  const found: string[] = [];
  const report = ({ start }: Node, words: string) => {
    const isMarkup = words.startsWith('<');
    if (isMarkup || !word.test(words.replace(names, ''))) return;
    const line = source.slice(0, start).split('\n').length;
    found.push(`${line}: ${words.trim()}`);
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one);
      return;
    }
    if (!isNode(node)) return;
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      // Errors of programming are in English.
      case 'ThrowStatement':
      case 'TSLiteralType':
        return;
      case 'JSXText':
        report(node, String(node.value));
        return;
      case 'JSXAttribute': {
        const { name } = node.name as { readonly name: unknown };
        if (readAttributes.has(String(name))) reportWords(node.value);
        break;
      }
      case 'Property': {
        const { name, value } = node.key as { readonly name?: unknown; readonly value?: unknown };
        if (readProperties.has(String(name ?? value))) reportWords(node.value);
        break;
      }
      case 'CallExpression': {
        const callee = node.callee as { readonly property?: { readonly name?: unknown } };
        if (readArguments.has(String(callee.property?.name))) reportWords(node.arguments);
        break;
      }
      case 'Literal':
        if (sentence.test(String(node.value))) report(node, String(node.value));
        return;
      case 'TemplateLiteral': {
        const words = wordsOf(node);
        if (sentence.test(words)) report(node, words);
        break;
      }
    }
    for (const part of Object.values(node)) visit(part);
  };
  /** Literals that are the value itself: one side of a choice is, the argument of another call is not. */
  const reportWords = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const one of value) reportWords(one);
      return;
    }
    if (!isNode(value)) return;
    if (value.type === 'Literal' && typeof value.value === 'string') {
      if (!sentence.test(value.value)) report(value, value.value);
    } else if (value.type === 'TemplateLiteral') {
      const words = wordsOf(value);
      if (!sentence.test(words)) report(value, words);
    } else if (value.type === 'ArrowFunctionExpression') reportWords(value.body);
    else if (value.type === 'JSXExpressionContainer') reportWords(value.expression);
    else if (value.type === 'ConditionalExpression')
      reportWords([value.consequent, value.alternate]);
    else if (value.type === 'LogicalExpression') reportWords([value.left, value.right]);
  };
  visit(parseAst(source, { lang: path.endsWith('x') ? 'tsx' : 'ts' }));
  return found;
}

/** The fixed parts of a template, with a place for each value. */
function wordsOf({ quasis }: Node): string {
  const parts = quasis as readonly { readonly value: { readonly cooked: string } }[];
  return parts.map(({ value }) => value.cooked).join('·');
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
