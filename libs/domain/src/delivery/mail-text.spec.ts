import { mailText } from './mail-text';

it('says how many, which matter, by when and where to look, the most urgent first, in both languages', () => {
  const plan = { kind: 'branch-plan', dueDate: '2021-02-28', urgent: false } as const;
  const lines = [
    plan,
    plan,
    { kind: null, dueDate: null, urgent: false },
    { ...plan, kind: 'survey', dueDate: '2020-05-31', urgent: true } as const,
  ];
  expect(mailText(lines, 'https://console.example')).toEqual({
    subject: '对标：督办 1 项 / Duibiao: 1 overdue',
    text: [
      '您有 4 条通知：',
      '· 摸底调研已逾期，期限2020年5月31日',
      '· 支部计划将到期，期限2021年2月28日，2 条',
      '· 办理进展',
      '请登录查看：https://console.example',
      '',
      'You have 4 notices:',
      '- survey overdue, due 2020-05-31',
      '- branch plan coming up, due 2021-02-28, 2 notices',
      '- progress',
      'Sign in to read them: https://console.example',
      '',
    ].join('\n'),
  });
});

it('names no place where the settings name none', () => {
  const { subject, text } = mailText([{ kind: 'problem', dueDate: null, urgent: false }], null);
  expect(subject).toBe('对标：提醒 1 项 / Duibiao: 1 to note');
  expect(text).toContain('请登录系统查看。');
  expect(text).toContain('You have 1 notice:');
});
