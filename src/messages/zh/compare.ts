import type { Translation } from '../catalogue.ts';
import type { compare as english } from '../en/compare.ts';

export const compare: Translation<typeof english> = {
  title: '对比',
  subtitle: '两个实验，同一组坐标轴。',
  left: '左边的实验',
  right: '右边的实验',
  both: '两个实验',
  bothRuns: '两者的训练',
  pause: '一起暂停',
  train: '一起训练',
  restart: '一起重新开始',
  share: '相同的数据和种子',
  leftFields: '左边实验的全部设置',
  rightFields: '右边实验的全部设置',
  openInLab: '在实验室中打开',
  same: '两个实验相同。',
  differ: '它们的不同之处：{{differences}}。',
  difference: '{{title}}（{{left}} | {{right}}）',
};
