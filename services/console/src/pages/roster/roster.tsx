import { shanghaiDateOf } from '@app/domain';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCampaign, useCampaignId } from '../../app/campaign';
import { DateField } from '../../parts/date-field';
import { Nothing } from '../../parts/nothing';
import { PageHead } from '../../parts/page-head';
import { useDates } from '../../words/dates';
import { BranchesOf } from './branches-of';
import { OfficesOf } from './offices-of';
import { Organisations } from './organisations';
import './roster.css';

const route = getRouteApi('/office/roster');

/** 名册: which organisations and branches there were on a day, and who held which office in them since when. */
export function Roster() {
  const { t } = useTranslation('roster');
  const { date } = useDates();
  const campaignId = useCampaignId();
  const { data: campaign } = useCampaign();
  const { asOf: chosen, q, organisationId, branchId } = route.useSearch();
  const navigate = route.useNavigate();
  const today = campaign && shanghaiDateOf(campaign.clock.now);
  const asOf = chosen ?? today;
  const asked = { campaignId, asOf };
  const change = (to: { readonly asOf?: string | undefined; readonly q?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...to }), replace: true });
  return (
    <>
      <PageHead title={t('title')} note={asOf && t('about', { date: date(asOf) })}>
        <Link to="/grants" search={({ campaign }) => ({ campaign })} className="command-link">
          {t('grants')}
        </Link>
        <Button onClick={() => window.print()}>{t('print')}</Button>
      </PageHead>
      <div className="filters" role="search" aria-label={t('narrowed')}>
        <div className="filter">
          <label htmlFor="as-of">{t('asOf')}</label>
          <DateField id="as-of" value={asOf ?? null} onChange={(day) => change({ asOf: day ?? undefined })} />
        </div>
        <div className="filter">
          <label htmlFor="roster-q">{t('find')}</label>
          <Input.Search
            key={q}
            id="roster-q"
            allowClear
            defaultValue={q ?? ''}
            placeholder={t('findHint')}
            onSearch={(typed) => change({ q: typed.trim() || undefined })}
          />
        </div>
      </div>
      {campaignId === undefined ? (
        <Nothing title={t('noCampaign')} />
      ) : (
        <>
          {organisationId === undefined && q === undefined && (
            <>
              <OfficesOf title={t('committeeOffices')} asked={{ ...asked, bodyKind: 'committee' }} quiet />
              <OfficesOf title={t('areaOffices')} asked={{ ...asked, bodyKind: 'area' }} quiet />
            </>
          )}
          <Organisations asked={{ ...asked, q }} organisationId={organisationId} />
          {organisationId !== undefined && (
            <OfficesOf
              title={t('organisationOffices')}
              asked={{ ...asked, organisationId, bodyKind: 'organisation' }}
            />
          )}
          <BranchesOf asked={{ ...asked, organisationId, q }} branchId={branchId} />
        </>
      )}
      <p className="quiet">{t('history')}</p>
    </>
  );
}
