import { expect, test } from 'vitest';
import { Fingerprint } from '../../src/sweep/fingerprint.ts';

function digitsOf(...parts: string[]): string {
  const fingerprint = new Fingerprint();
  for (const part of parts) fingerprint.add(part);
  return fingerprint.digits;
}

// From the reference implementation by Landon Curt Noll.
test.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('the fingerprint of “%s” is the published one', (text, digits) => {
  expect(digitsOf(text)).toBe(digits);
});

test('a text has the same fingerprint however it is cut', () => {
  expect(digitsOf('the depth ', '', 'window')).toBe(digitsOf('the depth window'));
});
