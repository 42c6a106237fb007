import { shanghaiDateOf } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useLanguage } from '../../app/preferences';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { Section } from '../../parts/section';
import { paperNumber, useDates } from '../../words/dates';

interface ListsProps {
  readonly run: components['schemas']['OrganisationRun'];
}

/** 结论名单 → 党组（党委）决定 → 备案: what was handed up, what was decided on it, what the committee has. */
export function Lists({ run }: ListsProps) {
  const { t } = useTranslation('organisation-runs');
  const { date, comma } = useDates();
  const [language] = useLanguage();
  const query = { params: { query: { organisationRunId: run.id } } };
  const decisions = api.useQuery('get', '/api/v1/decisions', query);
  const filings = api.useQuery('get', '/api/v1/filings', query);
  const on = (instant: string | null) => instant && date(shanghaiDateOf(instant));
  const { pending } = run.conclusions;
  return (
    <Section title={t('lists')}>
      <p>{pending > 0 ? t('pending', { count: pending }) : t('noPending')}</p>
      <Loaded query={decisions}>
        {({ items, names }) =>
          items.length === 0 ? (
            <p className="quiet">{t('noDecision')}</p>
          ) : (
            <ul className="lines">
              {items.map(({ id, number, decidedOn, agreed, struck, struckReasons }) => (
                <li key={id}>
                  {t('decided', { date: date(decidedOn), number: paperNumber(number), count: agreed.length })}
                  {struck.length > 0 && ` ${t('struck', { names: struck.map((one) => names[one]?.name).join(comma) })}`}
                  {struckReasons.length > 0 && (
                    <ul>
                      {struck.map((one, at) => (
                        <li key={one}>{t('struckBecause', { name: names[one]?.name, reason: struckReasons[at] })}</li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Loaded query={filings}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('noFiling')}</p>
          ) : (
            <ul className="lines">
              {items.map(({ id, lines, sentAt, returnedAt, registeredAt }) => (
                <li key={id}>
                  {[
                    sentAt ? t('sent', { date: on(sentAt), count: lines }) : t('unsent', { count: lines }),
                    returnedAt && !registeredAt && t('returned', { date: on(returnedAt) }),
                    registeredAt && t('registered', { date: on(registeredAt) }),
                  ]
                    .filter(Boolean)
                    .join(language === 'zh' ? '，' : ', ')}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
