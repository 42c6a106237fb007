/** A sentence in both languages: Chinese first, or English alone with DUIBIAO_LANG=en. */
export function both(zh: string, en: string): string {
  return spokenLanguage() === 'en' ? en : `${zh} / ${en}`;
}

/** Text of several parts, where both languages side by side would not read: Chinese, or English with DUIBIAO_LANG=en. */
export function spokenLanguage(): 'zh' | 'en' {
  return process.env.DUIBIAO_LANG === 'en' ? 'en' : 'zh';
}

/** The system said no: one sentence, exit status 1. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** The command was given wrongly: one sentence, exit status 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}
