import { ORGANISATION_WORDS } from '@app/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../parts/loaded';
import { Section } from '../../parts/section';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { type AskedRoster, useWhole } from './whole';

interface OrganisationsProps {
  readonly asked: AskedRoster;
  /** The one that is looked into. */
  readonly organisationId: string | undefined;
}

/** The organisations of the day, or the one that is looked into; whoever sees but branches sees none. */
export function Organisations({ asked, organisationId }: OrganisationsProps) {
  const { t } = useTranslation('roster');
  const say = useWords();
  const { date } = useDates();
  const query = useWhole('/api/v1/organisations', organisationId === undefined ? asked : { ...asked, q: undefined });
  return (
    <Loaded query={query}>
      {({ items, names }) => {
        const shown = items.filter(({ id }) => organisationId === undefined || id === organisationId);
        if (shown.length === 0) return null;
        return (
          <Section title={t('organisations', { count: shown.length })} wide>
            {organisationId !== undefined && (
              <p className="roster-back">
                <Link to="/roster" search={({ campaign, asOf }) => ({ campaign, asOf })}>
                  {t('all')}
                </Link>
              </p>
            )}
            <table className="board">
              <thead>
                <tr>
                  <th scope="col">{t('organisation')}</th>
                  <th scope="col">{t('code')}</th>
                  <th scope="col">{t('kind')}</th>
                  <th scope="col">{t('area')}</th>
                  <th scope="col">{t('unit')}</th>
                  <th scope="col">{t('since')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ id, code, name, kind, areaId, parentId, unitName, validFrom, validTo }) => (
                  <tr key={id}>
                    <th scope="row">
                      <Link to="/roster" search={({ campaign, asOf }) => ({ campaign, asOf, organisationId: id })}>
                        {name}
                      </Link>
                      {parentId && <span className="quiet second">{t('below', { name: names[parentId]?.name })}</span>}
                    </th>
                    <td>{code}</td>
                    <td>{say(ORGANISATION_WORDS[kind as keyof typeof ORGANISATION_WORDS])}</td>
                    <td>{names[areaId]?.name ?? '—'}</td>
                    <td>{unitName}</td>
                    <td>
                      {date(validFrom)}
                      {validTo && <span className="second">{t('until', { date: date(validTo) })}</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Section>
        );
      }}
    </Loaded>
  );
}
