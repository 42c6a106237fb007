import { GOAL_FIGURES, GOAL_WORDS } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { CountLink } from './count-link';

type Overview = components['schemas']['Overview'];

/** The goal once for the whole: each count, both readings of the percentage with their dates, and the forecast. */
export function Goal({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('campaigns');
  const { date } = useDates();
  const say = useWords();
  const { goal, readings, assessBy, countedOn, filter, outOfScope } = overview;
  return (
    <section aria-label={t('goal')} className="panel">
      <dl className="figures">
        {GOAL_FIGURES.map((figure) => (
          <div key={figure}>
            <dt>{say(GOAL_WORDS[figure])}</dt>
            <dd>
              <CountLink
                overview={overview}
                filter={filter}
                list="goal"
                by={[figure]}
                label={say(GOAL_WORDS[figure])}
                count={goal[figure]}
              />
            </dd>
          </div>
        ))}
        <div>
          <dt>{say(GOAL_WORDS.required)}</dt>
          <dd>{goal.required}</dd>
        </div>
        <Share label={t('filedShare')} reading={readings.filedOfInScope} />
        <Share label={t('recognisedShare')} reading={readings.recognisedOfInScope} />
      </dl>
      <p>
        {t('dates', { countedOn: date(countedOn), assessBy: date(assessBy) })}{' '}
        {goal.missing > 0 ? t('missing', { count: goal.missing }) : t('attained')}{' '}
        {outOfScope > 0 && (
          <>
            {say(GOAL_WORDS.outOfScope)}{' '}
            <CountLink
              overview={overview}
              filter={filter}
              list="outOfScope"
              label={say(GOAL_WORDS.outOfScope)}
              count={outOfScope}
            />
          </>
        )}
      </p>
      <Forecast overview={overview} />
    </section>
  );
}

/** A percentage with what it is a part of, rounded as people reckon it. */
function Share({ label, reading }: { readonly label: string; readonly reading: components['schemas']['Reading'] }) {
  const { count, of, ratio } = reading;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {ratio === null ? '—' : `${(ratio / 100).toFixed(1)}%`}{' '}
        <small className="quiet">
          {count}/{of}
        </small>
      </dd>
    </div>
  );
}

/** What the pace so far leads to while the goal is not reached, from which days and how many it is reckoned, or why nothing can be said. */
function Forecast({ overview: { forecast, assessBy, goal } }: { readonly overview: Overview }) {
  const { t } = useTranslation('campaigns');
  const { date } = useDates();
  const say = useWords();
  if (!forecast || goal.missing === 0) return null;
  const { basis, projected, reached, reachedOn, message, messageEn } = forecast;
  return (
    <p className="quiet">
      {projected !== null &&
        t(reached ? 'forecastReached' : 'forecastMissed', { count: projected, assessBy: date(assessBy) })}{' '}
      {reachedOn !== null && t('reachedOn', { date: date(reachedOn) })}{' '}
      {message !== null && t('limit', { message: say({ zh: message, en: messageEn ?? message }) })}{' '}
      {(projected !== null || reachedOn !== null) &&
        t('basis', { since: date(basis.since), until: date(basis.until), count: basis.filed })}
    </p>
  );
}
