import { NOTICE_WORDS } from '../code-words';
import type { NoticeSubject } from '../process/decision';
import { processOf, RUN_KINDS } from '../process/processes';
import { noticeEvents, type NoticeMatter, noticeSentence } from './notice-sentence';

const AT = '2020-10-12T02:00:00.000Z';

const of = (subject: NoticeSubject, deadline: NoticeMatter['deadline'] = null, branches: readonly string[] = []) =>
  noticeSentence({ subject, name: '第一党支部', year: 2020, at: AT, told: null, deadline, branches });

describe('the sentence of a notice', () => {
  it.each<[string, NoticeMatter['deadline'], string, string]>([
    [
      'deadline-reminder',
      { kind: 'branch-plan', dueDate: '2020-06-30', remindByDate: '2020-06-30', rung: '-7' },
      '第一党支部 2020年度：支部计划（2020年6月30日到期）到期前 7 个工作日',
      '第一党支部, 2020: branch plan (due on 2020-06-30), 7 workdays before',
    ],
    [
      'deadline-reminder',
      { kind: 'branch-plan', dueDate: '2021-02-28', remindByDate: '2021-01-31', rung: '-1' },
      '第一党支部 2020年度：支部计划（按较严理解2021年1月31日到期，最迟2021年2月28日）到期前 1 个工作日',
      '第一党支部, 2020: branch plan (due on 2021-01-31 by the stricter reading, on 2021-02-28 at the latest), 1 workday before',
    ],
    [
      'deadline-escalated',
      { kind: 'branch-plan', dueDate: '2021-02-28', remindByDate: '2021-01-31', rung: '+1' },
      '第一党支部 2020年度：支部计划（2021年2月28日到期）逾期第 1 个工作日，请督促办理',
      '第一党支部, 2020: branch plan (due on 2021-02-28), 1 workday after; see that it is done',
    ],
    [
      'deadline-escalated',
      { kind: 'survey', dueDate: '2020-05-31', remindByDate: '2020-05-31', rung: '+3' },
      '第一党支部 2020年度：摸底调研（2020年5月31日到期）逾期第 3 个工作日，请督促办理',
      '第一党支部, 2020: survey (due on 2020-05-31), 3 workdays after; see that it is done',
    ],
    [
      'deadline-reminder',
      { kind: 'registration', dueDate: null, remindByDate: null, rung: '0' },
      '第一党支部 2020年度：登记备案到期当日',
      '第一党支部, 2020: registration, on the date',
    ],
  ])('%s of %j', (subject, deadline, zh, en) => {
    expect(of(subject as NoticeSubject, deadline)).toEqual({ zh, en });
  });

  it.each(Object.keys(NOTICE_WORDS) as NoticeSubject[])('%s: has words in both languages and no code', (subject) => {
    const { zh, en } = of(subject);
    expect(zh).toMatch(/^第一党支部 2020年度：\p{Script=Han}/u);
    expect(en.replace('第一党支部', '')).toMatch(/^, 2020: [a-z]/);
    expect([zh, en].join()).not.toContain(subject.includes('-') ? subject : '[');
  });

  const EVENTS = (Object.keys(NOTICE_WORDS) as NoticeSubject[]).flatMap((subject) =>
    noticeEvents(subject).map((type) => [subject, type] as const),
  );

  it.each(EVENTS)('%s by %s: is an event of a run, and says more than that something is concluded', (subject, type) => {
    expect(RUN_KINDS.some((kind) => type in processOf(kind).events)).toBe(true);
    const results = type === 'review-confirmed' ? ['upheld', 'questioned'] : ['passed', 'failed'];
    for (const result of results) {
      const told = { type, payload: { result } };
      const { zh } = noticeSentence({ subject, name: '第一党支部', year: 2020, at: AT, told, deadline: null });
      expect(zh).toMatch(/^第一党支部 2020年度：.*(被退回|达标).*，(请|待).+（2020年10月12日）$/);
    }
  });

  it.each([
    ['concluded', 'assessment-concluded', 'failed', '对标评估结论为未达标，请整改后再申报'],
    ['concluded', 'review-confirmed', 'upheld', '复查确认仍然达标，请继续保持'],
    ['recheck-concluded', 'recheck-overturned', undefined, '抽查复核不予维持达标结论，请整改后再申报'],
    ['returned', 'assessment-returned', undefined, '自评申报被退回，请按退回意见补正后重新报送'],
  ] as const)('%s by %s with the result %s', (subject, type, result, what) => {
    const told = { type, payload: { result } };
    expect(noticeSentence({ subject, name: '甲', year: 2020, at: AT, told, deadline: null }).zh).toBe(
      `甲 2020年度：${what}（2020年10月12日）`,
    );
  });

  it.each([
    [['甲支部'], '（甲支部）', ' (甲支部)'],
    [['甲支部', '乙支部', '丙支部'], '（3个党支部）', ' (3 branches)'],
  ])('about %j: what their organisation owes, and of whom', (branches, zh, en) => {
    const date = { kind: 'ballot', dueDate: '2020-10-31', remindByDate: '2020-10-31', rung: '+1' } as const;
    expect(of('deadline-escalated', date, branches)).toEqual({
      zh: `第一党支部 2020年度：测评（2020年10月31日到期）逾期第 1 个工作日${zh}，请督促办理`,
      en: `第一党支部, 2020: ballot (due on 2020-10-31), 1 workday after${en}; see that it is done`,
    });
  });

  it('keeps a digit at the end of a name apart from the year', () => {
    expect(
      noticeSentence({ subject: 'recognised', name: '合成机关党委3', year: 2020, at: AT, told: null, deadline: null }),
    ).toEqual({
      zh: '合成机关党委3 2020年度：已认定达标（2020年10月12日）',
      en: '合成机关党委3, 2020: recognised (2020-10-12)',
    });
  });

  it('says no year where there is none', () => {
    expect(
      noticeSentence({ subject: 'recognised', name: '甲', year: null, at: AT, told: null, deadline: null }).zh,
    ).toBe('甲：已认定达标（2020年10月12日）');
  });
});
