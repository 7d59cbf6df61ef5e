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
  uncertain: '{{sentence}}（并非每个三区交点都已在网络上核实。）',
};
