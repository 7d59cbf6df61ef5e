import type { Translation } from '../catalogue.ts';
import type { notices as english } from '../en/notices.ts';

export const notices: Translation<typeof english> = {
  'link.unknown': '链接中的参数“{{parameter}}”无法识别，已忽略。',
  'link.rejected': '“{{parameter}}={{text}}”{{reason}}；“{{title}}”改取 {{value}}。',
  'link.leftOut': '“{{parameter}}={{text}}”{{reason}}，已忽略。',
  'link.otherTask': '不属于任务“{{task}}”',
  'value.noNumber': '不是数字',
  'value.notFinite': '不是有限数',
  'value.notWhole': '不是整数',
  'value.below': '小于下限 {{limit}}',
  'value.above': '大于上限 {{limit}}',
  'value.noneOf': '不在可选项 {{names}} 之中',
  'value.noPoints': '不是一组点',

  'run.onOther': '{{refusal}}训练改在“{{engine}}”上进行。',
  'run.engineStopped': '引擎“{{engine}}”已停止工作（{{reason}}）。',
  'run.defect': '本页出现了错误（{{reason}}）。训练继续进行，只是略去了本应绘制的内容。',
  'run.noEngine': '没有引擎能够接替（{{reason}}）。请重新加载页面再试。',
  'carry.unfitted': '网络尚未拟合数据，没有可以沿用的内容：新的深度将重新开始训练。',
  'carry.diverged': '训练已发散，没有可以沿用的内容：新的深度将重新开始训练。',
  'carry.failed': '无法沿用网络（{{reason}}）：新的深度将重新开始训练。',
  'carry.narrowed':
    '秩为 {{rank}} 的函数无法原样通过 {{width}} 个神经元：沿用的是它的最佳秩 {{width}} 近似。',
  'run.breakdown': '训练已停止：{{reason}} 请重新加载页面再试。',
  'run.noWorker': '无法启动训练线程。',
  'run.failed': '操作未成功：{{reason}}',
};
