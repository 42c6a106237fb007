import {
  DEADLINE_BODY_WORDS,
  DEADLINE_WORDS,
  type Programme,
  ROUND_OPENS_WORDS,
  shareWords,
  STEP_ORDER,
  STEP_SCOPE_WORDS,
  YEAR_STEP_WORDS,
} from '@app/domain';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/preferences';
import { Section } from '../../parts/section';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { Source } from './source';
import { Lines, Table, Text } from './table';

/** Where a year, a date has no such thing. */
const none = '—';

interface PartProps {
  readonly programme: Programme;
}

/** The years: when each opens, what it takes in, what it is to reach. */
export function Years({ programme: { rounds, sources } }: PartProps) {
  const { t } = useTranslation('programmes');
  const say = useWords();
  const [language] = useLanguage();
  const { date } = useDates();
  return (
    <Section title={t('part.years')} wide>
      <Table
        heads={[t('rule'), ...rounds.map(({ year }) => t('ofYear', { year })), t('source')]}
        rows={[
          [t('name'), ...rounds.map(({ name, nameEn }) => (language === 'zh' ? name : nameEn)), none],
          [
            t('opensOn'),
            ...rounds.map(({ opensOn }) => date(opensOn)),
            <Source key="source" source={sources.opensOn} />,
          ],
          [
            t('opens'),
            ...rounds.map(({ opens }) => say(ROUND_OPENS_WORDS[opens])),
            <Source key="source" source={sources.opensOn} brief />,
          ],
          ...STEP_ORDER.map((step, at) => [
            say(YEAR_STEP_WORDS[step]),
            ...rounds.map(({ steps }) => say(STEP_SCOPE_WORDS[steps[step]])),
            <Source key="source" source={sources.steps} brief={at > 0} />,
          ]),
          [
            t('goal'),
            ...rounds.map(({ year, goal }) => (
              <Lines key={year} of={[shareWords(goal.share), <Source key="source" source={goal.source} />]} />
            )),
            none,
          ],
          [
            t('planShare'),
            ...rounds.map(({ year, planShare }) =>
              planShare ? (
                <Lines
                  key={year}
                  of={[shareWords(planShare.share), <Source key="source" source={planShare.source} />]}
                />
              ) : (
                none
              ),
            ),
            none,
          ],
        ]}
      />
    </Section>
  );
}

/** The dates of every year, with how the text of the circular was read. */
export function Dates({ programme: { deadlines } }: PartProps) {
  const { t } = useTranslation('programmes');
  const say = useWords();
  const { date } = useDates();
  return (
    <Section title={t('part.dates')} wide>
      <Table
        heads={[t('matter'), t('ofWhom'), t('dueDate'), t('otherDates'), t('reading'), t('source')]}
        rows={deadlines.map(({ year, kind, body, dueDate, remindByDate, internalDate, reading, source }) => [
          `${year} ${say(DEADLINE_WORDS[kind])}`,
          say(DEADLINE_BODY_WORDS[body]),
          <span key="due" className="own-date">
            {date(dueDate)}
          </span>,
          remindByDate === dueDate && !internalDate ? none : <Lines
            key="dates"
            of={[
              ...(remindByDate === dueDate ? [] : [t('remindBy', { date: date(remindByDate) })]),
              ...(internalDate ? [t('internal', { date: date(internalDate) })] : []),
            ]}
          />,
          <Text key="reading">{reading}</Text>,
          <Source key="source" source={source} />,
        ])}
      />
    </Section>
  );
}
