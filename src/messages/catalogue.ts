/** What a catalogue is, and what can be asked of it. Types alone: whoever imports this loads nothing. */

/**
 * Messages by key. Plural forms end in `_one` and `_other`, and in `_zero` where none is said in
 * other words than a number; they are asked for without the ending.
 */
export type Catalogue = Readonly<Record<string, string>>;

type Asked<Key extends string> = Key extends
  | `${infer Stem}_zero`
  | `${infer Stem}_one`
  | `${infer Stem}_other`
  ? Stem
  : Key;

/** The keys that a catalogue can be asked for. */
export type KeyOf<English extends Catalogue> = Asked<Extract<keyof English, string>>;

/** What the catalogue of another language must hold: Chinese needs no singular of its own. */
export type Translation<English extends Catalogue> = {
  readonly [Key in keyof English as Key extends `${string}_one` ? never : Key]: string;
};
