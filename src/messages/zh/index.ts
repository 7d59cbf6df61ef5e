/**
 * All Chinese catalogues, fetched together when somebody asks for Chinese.
 *
 * The words chosen, to be kept everywhere: rank 秩, bottleneck rank 瓶颈秩, Jacobian rank 雅可比秩,
 * true rank 真实秩, effective and stable rank 有效秩、稳定秩, singular value 奇异值, depth 深度, width
 * 宽度, layer 层, ridge λ 岭系数 λ (the term 岭项), tripoint 三区交点, class 类别 (before a letter 类),
 * region 区域, boundary 边界, fibre 纤维, teacher 教师网络, autoencoder 自编码器, denoise 去噪, probe
 * point 探测点, image of a point 像, activation 激活, pre-activation 预激活, centred 中心化, principal
 * coordinate 主坐标, threshold 阈值, warm-up 预热, ramp 上升, start 初始化, restart 重新开始, carry over
 * 沿用, grow and shrink 增层、减层, collapse 坍缩, diverge 发散, settle 稳定, seed 种子, step 步, sweep
 * 扫描, cell 单元, depth window 深度窗口, theorem 定理, conjecture 猜想, measured 实测. A reader is 您.
 */

import { article } from './article.ts';
import { charts } from './charts.ts';
import { compare } from './compare.ts';
import { data } from './data.ts';
import { engines } from './engines.ts';
import { fields } from './fields.ts';
import { lab } from './lab.ts';
import { layers } from './layers.ts';
import { notices } from './notices.ts';
import { picture } from './picture.ts';
import { presets } from './presets.ts';
import { science } from './science.ts';
import { site } from './site.ts';
import { snapshot } from './snapshot.ts';
import { story } from './story.ts';
import { sweep } from './sweep.ts';
import { tools } from './tools.ts';
import { tour } from './tour.ts';
import { verdicts } from './verdicts.ts';

export const chinese = {
  compare,
  article,
  charts,
  data,
  engines,
  fields,
  lab,
  layers,
  notices,
  picture,
  presets,
  science,
  site,
  snapshot,
  story,
  sweep,
  tools,
  tour,
  verdicts,
} as const;
