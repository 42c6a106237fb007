import { DEADLINE_WORDS, rungWords } from '../code-words';
import { readingsWords } from '../deadline/own-date';
import type { NoticeSubject } from '../process/decision';
import type { DeadlineKind } from '../programme/programme';
import { chineseDate, shanghaiDateOf } from '../time/civil-date';
import type { CivilDate, Instant } from '../time/time';
import { type Words, words } from '../words';

/** What a notice is about: the body in its year, and the date that it reminds of. */
export interface NoticeMatter {
  readonly subject: NoticeSubject;
  readonly name: string;
  readonly year: number | null;
  readonly at: Instant;
  /** The event that it was told with, where the subject alone does not say what came about. */
  readonly told: { readonly type: string; readonly payload: Readonly<Record<string, unknown>> } | null;
  readonly deadline: {
    readonly kind: DeadlineKind;
    /** Null while it waits for a holiday notice. */
    readonly dueDate: CivilDate | null;
    /** The earlier reading of the date: reminders count to it. */
    readonly remindByDate: CivilDate | null;
    /** Null where the date is not reminded of, but the one by which what was handed over is needed. */
    readonly rung: string | null;
  } | null;
  /** The step that was handed over. */
  readonly step?: Words | null;
  /** The names of the branches that the date of their organisation is about. */
  readonly branches?: readonly string[];
  /** The kind of the date that a slip is about. */
  readonly slip?: DeadlineKind | null;
}

/** A notice as one sentence: which body, what, by when or since when, what to do. It says no person and no score. */
export function noticeSentence(notice: NoticeMatter): Words {
  const { subject, name, year, at, told, deadline, step, branches = [], slip } = notice;
  const zh = year === null ? name : `${name} ${year}年度`;
  const en = year === null ? name : `${name}, ${year}`;
  const { zh: what, en: whatEn } = step
    ? handedSentence(step, deadline, at)
    : deadline
      ? datedSentence(subject, deadline, branches)
      : toldSentence(subject, { at, told });
  const matter = slip ? DEADLINE_WORDS[slip] : null;
  return words(`${zh}：${matter?.zh ?? ''}${what}`, `${en}: ${matter ? `${matter.en}: ` : ''}${whatEn}`);
}

/** The events with which a subject is told, of those that say more than it; `noticeSentence` is given the one that happened. */
export function noticeEvents(subject: NoticeSubject): string[] {
  const keys = Object.keys(EVENT_SENTENCES[subject] ?? {});
  return [...new Set(keys.map((key) => key.replace(/:.*/, '')))];
}

function toldSentence(subject: NoticeSubject, { at, told }: Pick<NoticeMatter, 'at' | 'told'>): Words {
  const day = shanghaiDateOf(at);
  const by = EVENT_SENTENCES[subject];
  const { zh, en } =
    (told && (by?.[`${told.type}:${String(told.payload.result)}`] ?? by?.[told.type])) ?? SENTENCES[subject];
  return words(`${zh}（${chineseDate(day)}）`, `${en} (${day})`);
}

/** What was handed over, and by when it is needed; without a date since when it waits. */
function handedSentence(step: Words, deadline: NoticeMatter['deadline'], at: Instant): Words {
  const { zh: matter, en: matterEn } = deadline ? DEADLINE_WORDS[deadline.kind] : words('', '');
  const due = deadline ? dueWords('deadline-reminder', deadline) : words('', '');
  const day = shanghaiDateOf(at);
  return deadline
    ? words(`${step.zh}，请办理；${matter}${due.zh}`, `${step.en}, it is your turn; ${matterEn}${due.en}`)
    : words(`${step.zh}，请办理（${chineseDate(day)}）`, `${step.en}, it is your turn (${day})`);
}

function datedSentence(
  subject: NoticeSubject,
  { kind, rung, ...dates }: NonNullable<NoticeMatter['deadline']>,
  branches: readonly string[],
): Words {
  const [matter, step] = [DEADLINE_WORDS[kind], rungWords(rung ?? '')];
  const on = dueWords(subject, dates);
  const urge = subject === 'deadline-escalated' ? words('，请督促办理', '; see that it is done') : words('', '');
  const of = branchesWords(branches);
  return words(
    `${matter.zh}${on.zh}${step.zh}${of.zh}${urge.zh}`,
    `${matter.en}${on.en}, ${step.en}${of.en}${urge.en}`,
  );
}

/** One branch by its name, several by their number: each has a line of its own. */
function branchesWords(branches: readonly string[]): Words {
  const [first] = branches;
  if (first === undefined) return words('', '');
  if (branches.length === 1) return words(`（${first}）`, ` (${first})`);
  return words(`（${branches.length}个党支部）`, ` (${branches.length} branches)`);
}

/** Where a date has two readings, a reminder names the earlier, to which its workdays are counted, and the later beside it. */
function dueWords(
  subject: NoticeSubject,
  { dueDate, remindByDate }: Pick<NonNullable<NoticeMatter['deadline']>, 'dueDate' | 'remindByDate'>,
): Words {
  if (dueDate === null) return words('', '');
  const due = words(`${chineseDate(dueDate)}到期`, `due on ${dueDate}`);
  const both = subject === 'deadline-reminder' && remindByDate !== null ? readingsWords(remindByDate, dueDate) : null;
  const { zh, en } = both ?? due;
  return words(`（${zh}）`, ` (${en})`);
}

const returned = (zh: string, en: string) =>
  words(
    `${zh}被退回，请按退回意见补正后重新报送`,
    `the ${en} came back; correct it by the remarks and hand it over again`,
  );

/** By the event, and by its result where it has one. */
const EVENT_SENTENCES: Readonly<Partial<Record<NoticeSubject, Readonly<Record<string, Words>>>>> = {
  returned: {
    'survey-returned': returned('摸底情况', 'survey'),
    'branch-plan-returned': returned('支部计划', 'branch plan'),
    'assessment-returned': returned('自评申报', 'self-assessment'),
    'review-returned': returned('复查', 'review'),
    'organisation-plan-returned': returned('年度计划', 'plan of the year'),
  },
  concluded: {
    'assessment-concluded:passed': words(
      '对标评估结论为达标，待列入结论名单',
      'the assessment is a pass; it goes on the list of conclusions',
    ),
    'assessment-concluded:failed': words(
      '对标评估结论为未达标，请整改后再申报',
      'the assessment is no pass; rectify and apply again',
    ),
    'review-confirmed:upheld': words(
      '复查确认仍然达标，请继续保持',
      'the review confirms that the standard is still attained; keep it so',
    ),
    'review-confirmed:questioned': words(
      '复查对达标情况存疑，请对照评估表整改',
      'the review questions the standard; rectify by the sheet',
    ),
  },
  'recheck-concluded': {
    'recheck-upheld': words('抽查复核维持达标结论，待公示', 'the recheck upheld the pass; publication follows'),
    'recheck-overturned': words(
      '抽查复核不予维持达标结论，请整改后再申报',
      'the recheck did not uphold the pass; rectify and apply again',
    ),
  },
};

/** Where the event is not told. */
const SENTENCES: Readonly<Record<NoticeSubject, Words>> = {
  returned: words('所报材料被退回，请按退回意见补正', 'what was handed over came back; correct it by the remarks'),
  concluded: words('评估或者复查已有结论，请查看', 'the assessment, or the review, is concluded; look at it'),
  'handed-over': words('有一项转来办理', 'a step is yours now'),
  'conclusions-submitted': words(
    '结论名单已报送，请提请党组（党委）研究，并记录决定',
    'the list of conclusions is handed over; lay it before the party group and record the decision',
  ),
  struck: words('党组（党委）研究时划去，请整改后再申报', 'struck by the party group; rectify and apply again'),
  'filing-returned': words(
    '备案被退回，请按退回意见补正后重新报送',
    'the filing came back; correct it by the remarks and send it again',
  ),
  registered: words('备案已登记', 'the filing is registered'),
  drawn: words('被抽中复核，请做好准备', 'drawn for a recheck; prepare for it'),
  'recheck-concluded': words('抽查复核已有结论，请查看', 'the recheck is concluded; look at it'),
  recognised: words('已认定达标', 'recognised'),
  'round-closed': words('年度工作已结束', 'the round is closed'),
  'deadline-reminder': words('有时限临近', 'a date is near'),
  'deadline-escalated': words('有时限逾期，请督促办理', 'a date has passed; see that it is done'),
  'slip-drafted': words('督办单已拟好，请审核签发', 'a slip is drafted; look at it and issue it'),
  'slip-issued': words('督办单已签发，请签收并抓紧办理', 'a slip is issued; sign for it and get the work done'),
  'slip-copied': words('督办单已签发，现予抄告', 'a slip is issued; this is a copy for information'),
  'slip-withdrawn': words('督办单已撤回', 'the slip is taken back'),
  'slip-received': words('督办单已签收', 'the slip is signed for'),
  'slip-answered': words('督办单有反馈，请查看', 'the slip is answered; look at it'),
  'slip-closed': words('督办单已由签发单位办结', 'the slip is closed by who issued it'),
};
