import { DEADLINE_WORDS, rungWords } from '../code-words';
import { readingsWords } from '../deadline/own-date';
import type { NoticeSubject } from '../process/decision';
import type { DeadlineKind } from '../programme/programme';
import { chineseDate } from '../time/civil-date';
import type { CivilDate } from '../time/time';
import { type Words, words } from '../words';

/** What a notice is about: the body in its year, and the date that it reminds of. */
export interface NoticeMatter {
  readonly subject: NoticeSubject;
  readonly name: string;
  readonly year: number | null;
  readonly deadline: {
    readonly kind: DeadlineKind;
    /** Null while it waits for a holiday notice. */
    readonly dueDate: CivilDate | null;
    /** The earlier reading of the date: reminders count to it. */
    readonly remindByDate: CivilDate | null;
    readonly rung: string;
  } | null;
}

/** A notice as one sentence: which body, what, by when. It says no person and no score. */
export function noticeSentence({ subject, name, year, deadline }: NoticeMatter): Words {
  const zh = year === null ? name : `${name} ${year}年度`;
  const en = year === null ? name : `${name}, ${year}`;
  const { zh: what, en: whatEn } = deadline ? datedSentence(subject, deadline) : SENTENCES[subject];
  return words(`${zh}：${what}`, `${en}: ${whatEn}`);
}

function datedSentence(subject: NoticeSubject, { kind, rung, ...dates }: NonNullable<NoticeMatter['deadline']>): Words {
  const [matter, step] = [DEADLINE_WORDS[kind], rungWords(rung)];
  const on = dueWords(subject, dates);
  const urge = subject === 'deadline-escalated' ? words('，请督促办理', '; see that it is done') : words('', '');
  return words(`${matter.zh}${on.zh}${step.zh}${urge.zh}`, `${matter.en}${on.en}, ${step.en}${urge.en}`);
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

const SENTENCES: Readonly<Record<NoticeSubject, Words>> = {
  returned: words('所报材料被退回，请按退回意见补正', 'what was handed over came back; correct it by the remarks'),
  concluded: words('评估（复查）已有结论', 'the assessment, or the review, is concluded'),
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
  'recheck-concluded': words('抽查复核已有结论', 'the recheck is concluded'),
  recognised: words('已认定达标', 'recognised'),
  'round-closed': words('年度工作已结束', 'the round is closed'),
  'deadline-reminder': words('有时限临近', 'a date is near'),
  'deadline-escalated': words('有时限逾期，请督促办理', 'a date has passed; see that it is done'),
};
