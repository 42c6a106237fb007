import { dateText, dayText, paperNumber, timeText } from './dates';

it.each([
  ['2020-05-31', '2020年5月31日', '5月31日', '31 May 2020', '31 May'],
  ['2021-01-01', '2021年1月1日', '1月1日', '1 Jan 2021', '1 Jan'],
])('writes %s as offices do', (date, zh, zhDay, en, enDay) => {
  expect([dateText(date, 'zh'), dayText(date, 'zh'), dateText(date, 'en'), dayText(date, 'en')]).toEqual([
    zh,
    zhDay,
    en,
    enDay,
  ]);
});

it('shows an instant as the clocks of Suzhou do, whatever the zone of the machine', () => {
  expect(timeText('2020-05-31T16:05:00.000Z', 'zh')).toBe('2020年6月1日 00:05');
});

it.each(['苏委工[2020]6号', '苏委工【2020】6号', '苏委工（2020）6号', '苏委工〔 2020 〕6号'])(
  'writes the number %s',
  (typed) => {
    expect(paperNumber(typed)).toBe('苏委工〔2020〕6号');
  },
);
