import type { snapshot as english } from '../en/snapshot.ts';
import type { Translation } from '../translator.ts';

export const snapshot: Translation<typeof english> = {
  'badge.file': '已稳定（来自文件）',
  'badge.live': '实时训练',
  'badge.fileHelp':
    '此前已在 {{engine}} 上训练 {{steps}} 步（{{tried}} 个种子中总损失最低者，{{date}}，版本 {{revision}}）；片刻之后将从这里继续训练。',
  'badge.liveHelp': '您看到的网络正在或曾在此浏览器中训练。',

  small:
    '此图中 {{count}} 个深度的稳定网络全部来自一个 {{kilobytes}} kB 的文件，而仅最深的那个网络，其权重就有 {{full}} kB：稳定后的深层秩很低，多数神经元已失活，或与其他神经元方向相同，只需保存其余的部分。',

  'notice.unusable': '无法显示已稳定的结果：{{reason}}改为在此处训练网络。',
  'error.notOurs': '这不是保存稳定网络的文件。',
  'error.version': '文件版本为 {{version}}，而本页面读取的是版本 {{own}}。',
  'error.damaged': '文件已损坏或不完整。',
  'error.fetch': '无法获取文件。',
  'error.slow': '文件迟迟未到。',
  'error.unknown': '没有名为“{{name}}”的实验。',
};
