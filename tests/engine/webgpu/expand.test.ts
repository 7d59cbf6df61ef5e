import { describe, expect, test } from 'vitest';
import { expand } from '../../../src/engine/webgpu/expand.ts';

describe('expanding the loops of a WGSL file', () => {
  test('writes out nested loops with numbers for names and sums', () => {
    const source = [
      '//! for a A',
      '//! for e 2',
      'let s$(a*2+e) = x$a[$eu];',
      '//! end',
      '//! end',
    ];
    expect(expand(source.join('\n'), { A: 2 }).trim().split('\n')).toEqual([
      'let s0 = x0[0u];',
      'let s1 = x0[1u];',
      'let s2 = x1[0u];',
      'let s3 = x1[1u];',
    ]);
  });

  test('leaves everything else as it is', () => {
    expect(expand('fn f() {\n  return;\n}', {})).toBe('fn f() {\n  return;\n}\n');
  });

  test.each([
    ['//! for a 2\nx', 'no //! end for line 1'],
    ['x\n//! end', 'in line 2'],
    ['//! for a NOWHERE\n//! end', 'NOWHERE'],
  ])('says what is wrong with %j', (source, message) => {
    expect(() => expand(source, {})).toThrow(message);
  });
});
