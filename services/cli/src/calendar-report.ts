import { basename } from 'node:path';
import {
  type CalendarNotice,
  type CalendarWarning,
  type CivilDate,
  DEADLINE_WORDS,
  type Instant,
  missingFestivals,
  type NoticeChanges,
  type NoticeDayKind,
  rungWords,
  shanghaiDateOf,
  weekday,
  type WorkdayCalendar,
} from '@app/domain';
import { type CampaignReplan, knownYears, type ReplanGroup } from '@app/persistence';
import type { Context } from './context';
import { both, spokenLanguage } from './say';
import { type Format, printJson } from './table';

/** All that is said of a notice before and after it is applied. */
export interface Preview {
  readonly notice: CalendarNotice;
  readonly warnings: readonly CalendarWarning[];
  readonly changes: NoticeChanges;
  readonly before: WorkdayCalendar;
  readonly after: WorkdayCalendar;
  readonly campaigns: readonly CampaignReplan[];
  readonly applied?: {
    /** False where every day stood so already. */
    readonly isNew: boolean;
    readonly replanned: Readonly<Record<string, number>>;
    readonly asleep: readonly string[];
  };
}

const KIND_WORDS: Readonly<Record<NoticeDayKind, { readonly zh: string; readonly en: string }>> = {
  holiday: { zh: '休', en: 'off' },
  workday: { zh: '班', en: 'workday' },
  ordinary: { zh: '平', en: 'ordinary' },
};

const WEEKDAYS = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;

/** Prints what a notice changes, or changed: the days, the years known, and campaign by campaign the dates that move. */
export function printPreview(
  context: Context,
  preview: Preview,
  { csv, json }: { readonly csv: string } & Pick<Format, 'json'>,
): void {
  const { notice, warnings, changes, before, after, campaigns, applied } = preview;
  const knownBefore = knownYears(before);
  const known = knownYears(after);
  if (json) {
    const { number, dated } = notice;
    const incomplete = incompleteYears(preview);
    const head = { notice: number, dated, applied: applied !== undefined, ...applied };
    printJson(context, { ...head, ...changes, known, knownBefore, incomplete, warnings, campaigns });
    return;
  }
  context.err(warningLines(csv, warnings));
  const years = (list: readonly number[]) => list.join('、') || both('无', 'none');
  const lines = [
    both(
      `${notice.number}：${changes.changes.length} 天有变化`,
      `${notice.number}: ${changes.changes.length} day(s) change`,
    ),
    ...changes.changes.map(({ date, before: was, after: now }) =>
      was?.kind === now.kind
        ? both(
            `  ${dayWord(date)}  仍为${KIND_WORDS[now.kind].zh}，改由本通知安排`,
            `${date} stays ${KIND_WORDS[now.kind].en}, by this notice from now on`,
          )
        : `  ${dayWord(date)}  ${kindOf(was?.kind)} → ${kindOf(now.kind)}  ${now.name}`,
    ),
    ...changes.kept.map(({ date, kind, notice: later }) =>
      both(
        `  ${dayWord(date)}  仍为${KIND_WORDS[kind].zh}：较晚的 ${later.number} 已另行安排`,
        `${date} stays: ${later.number} is later`,
      ),
    ),
    ...changes.unnamed.map(({ date, kind }) =>
      both(
        `  ${dayWord(date)}  仍为${KIND_WORDS[kind].zh}：本通知原先列有、本文件没有；要收回请写一行，类型“平”`,
        `${date} stays: this file no longer names it; write “ordinary” to take it back`,
      ),
    ),
    ...(years(known) === years(knownBefore)
      ? []
      : [both(`日历所知年份：${years(knownBefore)} → ${years(known)}`, `years known: ${known.join(', ')}`)]),
    ...incompleteYears(preview).map(({ year, missing }) =>
      both(
        `${year} 年尚不完整，缺少 ${missing.join('、')}：补齐以前仍按未公布处理`,
        `${year} is incomplete and stays unknown`,
      ),
    ),
    ...campaigns.flatMap(campaignLines),
    verdict(preview),
  ];
  context.out(`${lines.join('\n')}\n`);
}

/** Each warning at its line, as an editor shows it. */
export function warningLines(csv: string, warnings: readonly CalendarWarning[]): string {
  const word = both('提醒', 'warning');
  return warnings
    .map(({ line, code, message }) => `${basename(csv)}:${line}: ${word}：${message} [${code}]\n`)
    .join('');
}

/** The years that the file speaks of in earnest and that are still not whole. */
function incompleteYears({ notice, after }: Preview): { readonly year: number; readonly missing: readonly string[] }[] {
  const known = knownYears(after);
  const named = new Set(
    notice.days.filter(({ kind }) => kind === 'holiday').map(({ date }) => Number(date.slice(0, 4))),
  );
  return [...named]
    .filter((year) => !known.includes(year))
    .map((year) => ({ year, missing: missingFestivals(year, after.days) }))
    .filter(({ missing }) => !missing.includes('元旦'));
}

function campaignLines({ campaign, deadlines, groups }: CampaignReplan): string[] {
  return [
    both(
      `专项工作 ${campaign}：${deadlines} 项未办结的时限受影响`,
      `campaign ${campaign}: ${deadlines} open deadline(s) affected`,
    ),
    ...groups.flatMap(groupLines),
  ];
}

function groupLines(group: ReplanGroup): string[] {
  const { kind, year, dueDate, lastWorkday, nearAt, veryLateAt, rungs, deadlines, runs } = group;
  const day = (at: Instant | null) => (at === null ? both('待放假安排', 'waits') : shanghaiDateOf(at));
  const moved = (word: string, { before, after }: { before: string | null; after: string | null }) =>
    before === after
      ? []
      : [`    ${word}  ${before ?? both('待放假安排', 'waits')} → ${after ?? both('待放假安排', 'waits')}`];
  const days = ({ before, after }: { before: Instant | null; after: Instant | null }) => ({
    before: day(before),
    after: day(after),
  });
  const shown = runs.join('、') + (runs.length < deadlines ? '…' : '');
  return [
    `  ${year} ${DEADLINE_WORDS[kind][spokenLanguage()]} ${dueDate.after ?? both('待放假安排', 'waits')}  ×${deadlines}（${shown}）`,
    ...moved(both('到期日', 'due'), dueDate),
    ...moved(both('最后工作日', 'last workday'), lastWorkday),
    ...moved(both('临期', 'near'), days(nearAt)),
    ...moved(both('严重逾期', 'very late'), days(veryLateAt)),
    ...rungs.flatMap(({ rung, ...change }) => moved(both(rungWords(rung).zh, rungWords(rung).en), days(change))),
  ];
}

function verdict({ changes, campaigns, applied }: Preview): string {
  if (applied === undefined) {
    return changes.changes.length === 0 && campaigns.length === 0
      ? both('没有变化', 'nothing changes')
      : both('以上尚未生效；加 --apply 生效', 'nothing is applied yet; add --apply');
  }
  const replanned = Object.values(applied.replanned).reduce((sum, count) => sum + count, 0);
  return applied.isNew
    ? both(`已生效，重排 ${replanned} 项时限`, `applied; ${replanned} deadline(s) planned anew`)
    : both(
        `日历此前已是如此，没有变化；重排 ${replanned} 项时限`,
        `the calendar was so before; ${replanned} deadline(s) planned anew`,
      );
}

function dayWord(date: CivilDate): string {
  return `${date} ${WEEKDAYS[spokenLanguage()][weekday(date) - 1]}`;
}

function kindOf(kind: NoticeDayKind | undefined): string {
  return kind === undefined ? both('未列', 'unnamed') : both(KIND_WORDS[kind].zh, KIND_WORDS[kind].en);
}
