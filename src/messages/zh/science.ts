import type { science as english } from '../en/science.ts';
import type { Translation } from '../translator.ts';

export const science: Translation<typeof english> = {
  'ranks.heading': '各层的秩',
  'ranks.help':
    '四种数法：大于阈值的奇异值个数、最大间隙之前的个数、Σσ<sub>i</sub>²/σ₁²（稳定秩），以及奇异值熵的指数（有效秩）。',
  'ranks.weights': '权重 W',
  'ranks.centred': '激活 Z（中心化）',
  'ranks.raw': '激活 Z（原样）',
  'ranks.numerical': '大于阈值',
  'ranks.gap': '间隙之前',
  'ranks.stable': '稳定秩',
  'ranks.effective': '有效秩',
  'ranks.layerAxis': '层 ℓ',
  'ranks.layer': '第 {{layer}} 层',
  'ranks.none': '尚未训练。',
  'ranks.over': '{{title}}：第 1 至 {{layers}} 层的秩。',
  'ranks.row': '{{name}}：{{values}}。',
  'ranks.bottleneckAt': '瓶颈在第 {{layer}} 层。',
  'ranks.network':
    '{{reached}}隐藏层中最明显的间隙在第 {{gapLayer}} 层，位于前 {{gapRank}} 个奇异值之后，比值为 {{ratio}}。',
  'ranks.networkAlone': '网络的瓶颈：第 {{layer}} 层，秩为 {{rank}}。',
  'ranks.networkWide':
    '网络的瓶颈：秩为 {{rank}}，即其输入或输出的维数；最窄的第 {{layer}} 层呈现 {{directions}} 个方向。',
  'ranks.noHidden': '只有一层的网络是线性的：它的秩就是权重的秩，即 {{rank}}。',
  'ranks.chartName': '各层的秩：{{title}}',
  'ranks.table': '以表格显示',
  'ranks.tableLayer': 'ℓ',
  'ranks.switch': '将激活中心化',
  'ranks.whyDiffers':
    '不作处理时，第 {{layer}} 层激活的秩为 {{raw}}；中心化之后为 {{centred}}。多出的方向是激活的均值，它对每个点都相同，区分不了任何东西，因此要先减去均值再读秩。',
  'ranks.whySame':
    '这里最窄一层的秩在两种情况下都是 {{centred}}。一般而言，激活的均值对每个点都相同，若不减去，会被算作一个多余的方向。',
  'groups.curve': '符号表示该点位于曲线的第几段（四等分）。',
  'groups.answer': '符号表示按教师网络输出的第一主方向四等分后，该点落在第几份。',
  'groups.digit': '符号表示留出的图像是哪个数字。',
  'restarts.training':
    '正在后台训练其他种子：已完成 {{done}} 个，共 {{wanted}} 个，目前没有更低的。',
  'restarts.cheaper': '种子 {{seed}} 找到了更低的极小值：总损失 {{found}}，而非 {{shown}}。',
  'restarts.show': '显示该结果',
  'restarts.none_other': '其他 {{count}} 个种子都没有找到低于当前总损失 {{shown}} 的结果。',
};
