/** A string of bits, six to a letter of base64url (RFC 4648, section 5), as a link can hold it. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const perLetter = 6;

export interface BitWriter {
  /** Writes the lowest `count` ≤ 24 bits of a number, the highest of them first. */
  write(value: number, count: number): void;
  /** Everything written, filled up with zeros to a whole letter. */
  finish(): string;
}

export function writeBits(): BitWriter {
  const letters: string[] = [];
  let pending = 0;
  let held = 0;
  return {
    write(value, count) {
      for (let bit = count - 1; bit >= 0; bit--) {
        pending = (pending << 1) | ((value >>> bit) & 1);
        held++;
        if (held < perLetter) continue;
        letters.push(alphabet[pending]);
        pending = 0;
        held = 0;
      }
    },
    finish() {
      const last = held > 0 ? alphabet[pending << (perLetter - held)] : '';
      return letters.join('') + last;
    },
  };
}

export interface BitReader {
  /** The next `count` ≤ 24 bits; undefined where the text has ended. */
  read(count: number): number | undefined;
  /** Whether nothing but filling is left. */
  readonly atEnd: boolean;
}

/** Reads bits from letters; undefined where a letter is none of base64url. */
export function readBits(text: string): BitReader | undefined {
  const values = Array.from(text, (letter) => alphabet.indexOf(letter));
  if (values.includes(-1)) return undefined;
  const total = values.length * perLetter;
  let at = 0;
  const bitAt = (index: number) =>
    (values[Math.floor(index / perLetter)] >> (perLetter - 1 - (index % perLetter))) & 1;
  return {
    read(count) {
      if (at + count > total) return undefined;
      let value = 0;
      for (let bit = 0; bit < count; bit++) value = (value << 1) | bitAt(at++);
      return value;
    },
    get atEnd() {
      if (total - at >= perLetter) return false;
      for (let index = at; index < total; index++) if (bitAt(index) === 1) return false;
      return true;
    },
  };
}
