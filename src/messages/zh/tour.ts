import type { Translation } from '../catalogue.ts';
import type { tour as english } from '../en/tour.ts';

export const tour: Translation<typeof english> = {
  count: '第 {{step}} 步，共 {{count}} 步',
  next: '下一步',
  back: '上一步',
  skip: '跳过导览',
  done: '完成',
  'depth.title': '拖动的是深度',
  'depth.text': '从 1 层到 48 层。每次改变都让网络从一个小函数重新开始，并在您眼前训练。',
  'map.title': '网络学到了什么',
  'map.text':
    '每个区域由一个类别胜出。浅层网络让三个区域交于三区交点；深层网络把它们排成条带。“编辑这些点”可换成您自己的数据。',
  'stack.title': '各层',
  'stack.text':
    '每层的墨色表示数据在那里剩下的秩；最窄处就是瓶颈。停在某层上，或单击它，可查看其中每个权重。',
  'spectra.title': '逐层的奇异值',
  'spectra.text': '红线计入秩，灰线低于阈值。深度起作用时，只剩少数几条不落下。',
  'verdict.title': '一句话',
  'verdict.text': '这次训练的结论写在这里，由训练结果算出；下方是它所依据的数字。',
  'tools.title': '任务、预设与撤销',
  'tools.text': '论文中的三项任务，每幅图一个预设；改动都可用 Ctrl+Z 撤销。',
  'controls.title': '其余一切',
  'controls.text':
    '每组都可展开或收起；名称旁的问号说明其作用。λ 与多数参数直接作用于正在训练的网络，无需重新开始。',
  'share.title': '带走它',
  'share.text': '暂停、单步、重新开始；链接包含整个实验，也包括您自己的点。',
};
