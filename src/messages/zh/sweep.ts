import type { sweep as english } from '../en/sweep.ts';
import type { Translation } from '../translator.ts';

export const sweep: Translation<typeof english> = {
  'core.notASpec': '这不是一份扫描说明：{{reason}}',
  'core.notASweep': '此文件不含本页能读取的扫描结果：{{reason}}',
  'core.olderSweep': '此文件的格式版本为 {{found}}，本页读取的是版本 {{wanted}}。',
  'core.unknownField': '无法读取该扫描的公共设置：{{reason}}',
};
