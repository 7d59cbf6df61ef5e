import type { Translation } from '../catalogue.ts';
import type { verdicts as english } from '../en/verdicts.ts';

export const verdicts: Translation<typeof english> = {
  'one-class': '处处都是同一类别胜出，理论在此没有可禁止的情形。',
  'rank-0-fails':
    '秩为 0 的函数是常数，但这里有 {{classes}} 个类别各自胜出：区分它们的方向低于阈值。',
  'two-classes': '无论秩是多少（此处为 {{rank}}），两个类别都不会产生三区交点，因此理论未受检验。',
  'rank-1-no-chain':
    '秩为 1 时不允许三个类别交于一点，这里也确实没有。不过各类别并未依次成链，说明某个类别占据了直线上的不止一段。',
  'rank-1-holds':
    '秩为 1 时不允许三个类别交于一点，这里也确实没有：各类别按 {{order}} 的顺序依次相邻。',
  'rank-1-fails_other':
    '秩为 1 时不允许三个类别交于一点，但这里有 {{count}} 个三区交点：函数仍用到第二个方向，只是它太弱，低于阈值。',
  'rank-k-bands':
    '秩为 {{rank}} 时允许出现三区交点，但这里一个也没有：对这样的区域，秩 1 就足够了。',
  'rank-k-holds':
    '秩为 {{rank}} 时，一般最多有 {{allowed}} 个类别交于一点，这里最多为 {{meeting}} 个。',
  'rank-k-fails':
    '秩为 {{rank}} 时，一般最多有 {{allowed}} 个类别交于一点，但这里有 {{meeting}} 个：或是巧合，或是某个方向太弱而低于阈值。',
  'run.settled': '深度为 {{depth}} 时，网络稳定在瓶颈秩 {{rank}}（第 {{layer}} 层）',
  'run.settledNowhere': '深度为 {{depth}} 时，网络稳定在瓶颈秩 {{rank}}',
  'run.at': '深度为 {{depth}} 时，网络目前的瓶颈秩为 {{rank}}（第 {{layer}} 层）',
  'run.atNowhere': '深度为 {{depth}} 时，网络目前的瓶颈秩为 {{rank}}',
  'run.wide': '{{reached}}，即其输入或输出的维数（没有一层少于 {{directions}} 个方向）',
  'run.teacher':
    '{{reached}}；其教师网络的秩为 {{trueRank}}。训练点上的误差为 {{trainingError}}，其他点上为 {{testError}}。',
  'run.teacherNarrow': '该教师网络的中间层（k = {{asked}}）比其输入或输出更宽，限制其秩的是后者。',
  'run.curve': '{{reached}}：平面上的点平均落在距曲线 {{distance}} 处，是起始距离的 {{ratio}} 倍。',
  'run.digits': '{{reached}}：对未见过的带噪数字，其输出的误差是噪声的 {{ratio}} 倍。',
  'run.orderedBands':
    '{{reached}}：它把平面折叠成一条直线，因此各类别排成有序的条带，没有三区交点。',
  'run.bands': '{{reached}}：它把平面折叠成一条直线，因此各类别呈条带状，没有三区交点。',
  'run.meet_zero': '{{reached}}，各类别之间没有三区交点。',
  'run.meet_other': '{{reached}}，各类别交于 {{count}} 个三区交点。',
  'run.carried':
    '网络始于 L = {{depth}}，是沿用而来的；低秩来自从零开始的生长，而非逐步削减：请将其损失与重新开始的运行相比较。',
  'run.growing': '正从一个小函数开始生长：在它拟合数据之前，图中仍是上一次运行的结果。',
  'run.diverged':
    '<strong>损失已不再是有限的数。</strong>此处步长 {{rate}} 过大；网络已退回到一切正常的第 {{step}} 步。',
  'run.shorterSteps': '以步长 {{rate}} 继续',
  'run.collapsed':
    '<strong>本次运行已坍缩：</strong>网络处处给出相同的输出，停在零点处的局部极小值。',
  'run.wayOut.warm-up':
    '岭项把它困在那里。更温和的预热也许能让它走出来：拟合之前只用 λ 的 {{share}} 倍，起点 a = {{amplitude}}。',
  'run.wayOut.ridge': '预热已几乎不能再温和，可见 λ 太大：{{lambda}} 也许合适。',
  'run.wayOut.seed': '困住它的并非岭项，另一组权重也许有用，起点 a = {{amplitude}}。',
  'run.takeWayOut.warm-up': '以更温和的预热重新开始',
  'run.takeWayOut.ridge': '以更小的岭项重新开始',
  'run.takeWayOut.seed': '从另一组权重重新开始',
  uncertain: '{{sentence}}（并非每个三区交点都已在网络上核实。）',
};
