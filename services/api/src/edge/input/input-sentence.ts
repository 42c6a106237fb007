import { z } from 'zod';

/** The library's own Chinese, for what our shapes seldom ask. */
const { localeError } = z.locales.zhCN();

/** What a field of a request must be, said to people who know no types: the sentence of each fault that zod finds. */
export function inputSentence(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '缺少此项' : `须为${KINDS[issue.expected] ?? '其他形式'}`;
    case 'invalid_value':
      return `只能填：${issue.values.map(String).join('、')}`;
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'invalid_format':
      return '写法不对';
    case 'invalid_union':
      return '不是任何一种可以填的形式';
    case 'unrecognized_keys':
      return unknownField(issue.keys.join('、'));
    default: {
      const said = localeError(issue);
      return typeof said === 'string' ? said : said?.message;
    }
  }
}

/** What is said of a field that nobody asked for. */
export function unknownField(name: string): string {
  return `没有字段 ${name}`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是（true）或否（false）',
  object: '一组字段',
  record: '一组字段',
  array: '列表',
  null: '空值',
};

function tooBig(origin: string, most: number): string {
  if (most === Number.MAX_SAFE_INTEGER) return '数字过大';
  if (origin === 'string') return `不得超过 ${most} 个字符`;
  return origin === 'array' ? `最多 ${most} 项` : `不得大于 ${most}`;
}

function tooSmall(origin: string, least: number): string {
  if (origin === 'string') return least === 1 ? '不得为空' : `至少 ${least} 个字符`;
  return origin === 'array' ? `至少 ${least} 项` : `不得小于 ${least}`;
}
