import type { lab as english } from '../en/lab.ts';
import type { Translation } from '../translator.ts';

export const lab: Translation<typeof english> = {
  title: 'Rankfall',
  subtitle: '拖动网络的深度，看它所学函数的秩如何下降。',
};
