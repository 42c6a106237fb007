import { DEADLINE_WORDS } from '../code-words';
import type { DeadlineKind } from '../programme/programme';
import { chineseDate } from '../time/civil-date';
import type { CivilDate } from '../time/time';
import { type Words, words } from '../words';

/** One notice as a mail tells it: no body's name, no person, no score, nothing of the content. */
export interface MailLine {
  /** Null of what is no date. */
  readonly kind: DeadlineKind | null;
  readonly dueDate: CivilDate | null;
  readonly urgent: boolean;
}

/** A mail: Chinese first, English below. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/**
 * What leaves the building: how many notices of which matter and until when, and where they are read (outside the office no
 * names, scores or content). `console`: the address of the console, null where the settings name none.
 */
export function mailText(lines: readonly MailLine[], console: string | null): MailText {
  const urgent = lines.filter((line) => line.urgent).length;
  const groups = new Map<string, { readonly line: MailLine; readonly count: number }>();
  for (const line of lines) {
    const key = `${line.urgent ? 0 : 1}/${line.dueDate ?? '9999'}/${line.kind ?? ''}`;
    groups.set(key, { line, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  const said = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => lineWords(group.line, group.count));
  const subject = urgent > 0 ? `督办 ${urgent} 项` : `提醒 ${lines.length} 项`;
  const subjectEn = urgent > 0 ? `${urgent} overdue` : `${lines.length} to note`;
  const where = console === null ? words('请登录系统查看。', 'Please sign in to read them.') : whereWords(console);
  return {
    subject: `对标：${subject} / Duibiao: ${subjectEn}`,
    text: [
      `您有 ${lines.length} 条通知：`,
      ...said.map(({ zh }) => `· ${zh}`),
      where.zh,
      '',
      `You have ${lines.length} ${lines.length === 1 ? 'notice' : 'notices'}:`,
      ...said.map(({ en }) => `- ${en}`),
      where.en,
      '',
    ].join('\n'),
  };
}

function whereWords(console: string): Words {
  return words(`请登录查看：${console}`, `Sign in to read them: ${console}`);
}

function lineWords({ kind, dueDate, urgent }: MailLine, count: number): Words {
  const many = count === 1 ? words('', '') : words(`，${count} 条`, `, ${count} notices`);
  if (kind === null) return words(`办理进展${many.zh}`, `progress${many.en}`);
  const { zh, en } = DEADLINE_WORDS[kind];
  const late = urgent ? words('已逾期', 'overdue') : words('将到期', 'coming up');
  const by = dueDate === null ? words('', '') : words(`，期限${chineseDate(dueDate)}`, `, due ${dueDate}`);
  return words(`${zh}${late.zh}${by.zh}${many.zh}`, `${en} ${late.en}${by.en}${many.en}`);
}
