import { DEADLINE_KINDS, DEADLINE_WORDS, LIGHT_WORDS } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { LightMark } from '../../parts/light';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { type BodyLine, BodyTable } from './body-table';
import { CountLink } from './count-link';

type Overview = components['schemas']['Overview'];

/** The organisations' own dates of the year: survey, plan, assessment, decision, filing, each with its light and day. */
export function OwnDates({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('campaigns');
  const say = useWords();
  const kinds = DEADLINE_KINDS.filter((kind) => overview.dates.some((date) => date.kind === kind));
  if (kinds.length === 0) return null;
  return (
    <BodyTable overview={overview} label={t('ownDates')} heads={kinds.map((kind) => say(DEADLINE_WORDS[kind]))}>
      {(line) => kinds.map((kind) => <DatesOfKind key={kind} overview={overview} line={line} kind={kind} />)}
    </BodyTable>
  );
}

interface DatesOfKindProps {
  readonly overview: Overview;
  readonly line: BodyLine;
  readonly kind: (typeof DEADLINE_KINDS)[number];
}

function DatesOfKind({ overview, line, kind }: DatesOfKindProps) {
  const say = useWords();
  const { day } = useDates();
  return (
    <span className="cell-lines">
      {line.dates
        .filter((date) => date.kind === kind)
        .map(({ light, dueDate, count }) => (
          <span key={light} className="own-date">
            <LightMark light={light} />{' '}
            <CountLink
              overview={overview}
              filter={line.filter}
              list="dates"
              by={[kind, light]}
              label={`${line.name} ${say(DEADLINE_WORDS[kind])} ${say(LIGHT_WORDS[light])}`}
              count={count}
            />
            {dueDate && <span className="quiet second">{day(dueDate)}</span>}
          </span>
        ))}
    </span>
  );
}
