import { calendarSpans } from './calendar-spans';

const day = (date: string, kind: 'holiday' | 'workday' = 'holiday', name = '春节') => ({
  date,
  kind,
  name,
  notice: '国办发明电〔2019〕16号',
  dated: null,
});

describe('calendarSpans', () => {
  it('draws together what follows day by day, over the end of a month too', () => {
    const spans = calendarSpans([day('2020-01-30'), day('2020-01-31'), day('2020-02-01')]);
    expect(spans).toMatchObject([{ from: '2020-01-30', to: '2020-02-01', name: '春节' }]);
  });

  it('and nothing that differs in kind, name or by a day between', () => {
    const days = [
      day('2020-01-19', 'workday'),
      day('2020-01-20'),
      day('2020-01-22'),
      day('2020-01-23', 'holiday', '元旦'),
    ];
    expect(calendarSpans(days).map(({ from, to }) => [from, to])).toEqual(days.map(({ date }) => [date, date]));
  });

  it('of no days has none', () => expect(calendarSpans([])).toEqual([]));
});
