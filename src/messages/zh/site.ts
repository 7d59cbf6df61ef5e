import type { Translation } from '../catalogue.ts';
import type { site as english } from '../en/site.ts';

export const site: Translation<typeof english> = {
  title: 'Rankfall：深度决定网络所学函数的秩',
  description: '拖动 ReLU 网络的深度，在浏览器中实时观察它所学函数的秩如何下降。',
  language: '语言',
  'nav.label': 'Rankfall',
  'nav.article': '文章',
  'nav.lab': '实验室',
  'nav.sweep': '深度窗口',
  'nav.compare': '对比',
  theme: '主题',
  themeAuto: '跟随系统主题',
  themeLight: '浅色主题',
  themeDark: '深色主题',
  themeProjector: '投影主题：高对比、大字',
  partMissing: '页面的这一部分未能加载或绘制。如果重试无效，请重新加载页面。',
  tryAgain: '重试',
  digitsCredit:
    '图中数字取自 MNIST 手写数字数据库的一千幅图像，作者 Yann LeCun、Corinna Cortes 与 Christopher J. C. Burges。',
  digitsLicence: '许可：知识共享署名—相同方式共享 3.0',
};
