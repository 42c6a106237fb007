import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useDates } from '../../words/dates';

type OverviewAnswer = components['schemas']['Overview'];

const STAGES = ['inScope', 'required', 'planned', 'assessed', 'filed', 'recognised'] as const;

/** The goal as it stands: each count, both readings of the percentage with their dates, and the forecast. */
export function Goal({
  overview: { goal, readings, assessBy, countedOn, forecast },
}: {
  readonly overview: OverviewAnswer;
}) {
  const { t } = useTranslation('campaigns');
  const { date } = useDates();
  return (
    <section aria-label={t('goal')} className="panel">
      <dl className="figures">
        {STAGES.map((stage) => (
          <div key={stage}>
            <dt>{t(`counts.${stage}`)}</dt>
            <dd>{goal[stage]}</dd>
          </div>
        ))}
        <div>
          <dt>{t('filedShare')}</dt>
          <dd>{percentOf(readings.filedOfInScope)}</dd>
        </div>
        <div>
          <dt>{t('recognisedShare')}</dt>
          <dd>{percentOf(readings.recognisedOfInScope)}</dd>
        </div>
      </dl>
      <p className="quiet">
        {t('dates', { countedOn: date(countedOn), assessBy: date(assessBy) })}
        {goal.missing > 0 && ` ${t('missing', { count: goal.missing })}`}
        {forecast && ` ${t(forecast.reached ? 'forecastReached' : 'forecastMissed', { count: forecast.projected })}`}
      </p>
    </section>
  );
}

/** Rounded, as people reckon it. */
function percentOf({ count, of }: components['schemas']['Reading']): string {
  return of === 0 ? '—' : `${((100 * count) / of).toFixed(1)}%`;
}
