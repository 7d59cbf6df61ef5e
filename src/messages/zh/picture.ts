import type { picture as english } from '../en/picture.ts';
import type { Translation } from '../translator.ts';

export const picture: Translation<typeof english> = {
  save: '保存图片“{{name}}”',
  formats: '保存为',
  failed: '浏览器无法保存。',
};
