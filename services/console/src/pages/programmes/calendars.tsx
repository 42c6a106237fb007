import { calendarSpans, NOTICE_DAY_WORDS, type Programme } from '@app/domain';
import { useTranslation } from 'react-i18next';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { Section } from '../../parts/section';
import { paperNumber, useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { Table, Text } from './table';

/** The workday calendar of each year of the programme: days off and make-up workdays, each with the notice that says so. */
export function Calendars({ programme: { rounds } }: { readonly programme: Programme }) {
  return rounds.map(({ year }) => <CalendarOfYear key={year} year={year} />);
}

function CalendarOfYear({ year }: { readonly year: number }) {
  const { t } = useTranslation('programmes');
  const say = useWords();
  const { date, day } = useDates();
  const query = api.useQuery('get', '/api/v1/calendar/{year}', { params: { path: { year: String(year) } } });
  return (
    <Section title={t('calendarOf', { year })} wide>
      <Loaded query={query}>
        {({ known, days }) => (
          <>
            {!known && <p className="rule-source light-near">{t('calendarUnknown', { year })}</p>}
            {days.length === 0 ? (
              <Nothing title={t('noDays')} />
            ) : (
              <Table
                heads={[t('days'), t('arrangement'), t('occasion'), t('notice')]}
                rows={calendarSpans(days).map(({ from, to, kind, name, notice, dated }) => [
                  from === to ? day(from) : t('span', { from: day(from), to: day(to) }),
                  say(NOTICE_DAY_WORDS[kind]),
                  <Text key="name">{name}</Text>,
                  <span key="notice">
                    <Text>{paperNumber(notice)}</Text>
                    {dated && <span className="quiet second">{date(dated)}</span>}
                  </span>,
                ])}
              />
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
