import type { Translation } from '../catalogue.ts';
import type { data as english } from '../en/data.ts';

export const data: Translation<typeof english> = {
  'paper-s': '四个反 S 形（论文原始数据点）',
  'inverted-s': '四个反 S 形（点数任意）',
  'three-blobs': '三个点团',
  'four-blobs': '四个点团',
  pinwheel: '风车',
  rings: '同心环',
  xor: '异或（XOR）',
  spirals: '螺旋线',
  moons: '双月牙',
  own: '您自己的数据点',
  teacher: '秩为 k 的教师网络',
  'paper-curve': '论文中的曲线',
  line: '线段',
  circle: '圆',
  's-curve': 'S 形曲线',
  'two-arcs': '两段圆弧',
  digits: '手写数字（MNIST）',

  unreadable: '无法加载手写数字（{{status}}）。',
};
