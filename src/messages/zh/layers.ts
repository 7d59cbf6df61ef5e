import type { Translation } from '../catalogue.ts';
import type { layers as english } from '../en/layers.ts';

export const layers: Translation<typeof english> = {
  open: '细看一层',
  title: '第 {{layer}} 层，共 {{depth}} 层',
  previous: '上一层',
  next: '下一层',
  close: '关闭',
  hold: '单击可保持打开',
  matrixName: '第 {{layer}} 层的权重',
  describe:
    '第 {{layer}} 层的权重，{{fanIn}} 个输入、{{fanOut}} 个输出，绝对值不超过 {{largestWeight}}；偏置的绝对值不超过 {{largestBias}}。前几个奇异值：{{values}}。',
  key: '行为输入，列为输出。左侧与上方为 σ₁、σ₂……的左、右奇异向量；下方为偏置。蓝色为负，红色为正，至 ±{{largest}}。',
  values: 'σ₁、σ₂……',
  weight: '从 {{row}} 到 {{column}} 的权重：{{value}}',
  bias: '偏置 {{column}}：{{value}}',
  left: 'σ{{index}} 的左向量，第 {{entry}} 项：{{value}}',
  right: 'σ{{index}} 的右向量，第 {{entry}} 项：{{value}}',
  living: '只显示在用的部分：输入 {{inputs}}/{{fanIn}}，输出 {{outputs}}/{{fanOut}}',
  asOf: '第 {{step}} 步',
  loading: '正在取得参数……',
};
