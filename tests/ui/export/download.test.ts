import { expect, test } from 'vitest';
import { fileNameOf } from '../../../src/ui/export/download.ts';

test('a file is named after its picture, in letters that every system takes', () => {
  expect(fileNameOf('Class map')).toBe('rankfall-class-map');
  expect(fileNameOf('‖θ‖²/L over the depth: 3/4?')).toBe('rankfall-θ-²-l-over-the-depth-3-4');
  expect(fileNameOf('深度 L，各层')).toBe('rankfall-深度-l-各层');
  expect(fileNameOf('///')).toBe('rankfall');
  expect(fileNameOf('a'.repeat(300)).length).toBeLessThanOrEqual(80);
});
