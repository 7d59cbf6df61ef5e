/**
 * How a message says where something that is no text belongs: it names a slot as it names a value,
 * `{{depth}}`. The slot is filled with a mark when the message is said, and the text is cut at the
 * marks. So a catalogue needs no markup, and each language puts the slots where it wants them.
 */

// From a private-use area: no language writes with these.
const opening = '\u{E000}';
const closing = '\u{E001}';

/** Values for a message that mark these slots. */
export function slotMarks(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `${opening}${name}${closing}`]));
}

export type Piece = { readonly text: string } | { readonly slot: string };

/** The text between the slots, and the slots, in order; nothing that is empty. */
export function cutAtSlots(message: string): Piece[] {
  return message
    .split(new RegExp(`${opening}|${closing}`))
    .map((part, index): Piece => (index % 2 === 0 ? { text: part } : { slot: part }))
    .filter((piece) => !('text' in piece) || piece.text !== '');
}
