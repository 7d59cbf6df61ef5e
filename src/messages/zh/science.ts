import type { science as english } from '../en/science.ts';
import type { Translation } from '../translator.ts';

export const science: Translation<typeof english> = {
  start: '初始化',
  startChosen: '第 {{chosen}} 个，共 {{count}} 个',
  startComparing: '正在比较第 {{training}} 个，共 {{count}} 个',
  comparing:
    '正在比较第 {{training}} 个初始化（共 {{count}} 个）：每个训练 {{steps}} 步，总损失最低的一个继续训练。图中是目前最低的一个。',
  comparingUnfitted:
    '正在比较第 {{training}} 个初始化（共 {{count}} 个）：每个训练 {{steps}} 步，总损失最低的一个继续训练。在其中一个拟合数据之前，图中仍是上一次运行的结果。',
};
