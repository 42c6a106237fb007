import { shanghaiDateOf } from '@app/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useCampaign, useCampaignId } from '../../app/campaign';
import { keepCampaign } from '../../app/keep-campaign';
import { api } from '../../client';
import { Board } from '../../parts/board';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { PageHead } from '../../parts/page-head';
import { paperNumber, useDates } from '../../words/dates';
import { RecordRecognition } from './record';

type Recognition = components['schemas']['Recognition'];

/** 集中认定: each paper with its list; the committee records the next where the days of publication are over. */
export function Recognitions() {
  const { t } = useTranslation('recognitions');
  const campaignId = useCampaignId();
  const { data: campaign } = useCampaign();
  const enabled = campaignId !== undefined;
  const query = api.useQuery('get', '/api/v1/recognitions', { params: { query: { campaignId } } }, { enabled });
  const { data: published } = api.useQuery(
    'get',
    '/api/v1/publications',
    { params: { query: { campaignId } } },
    { enabled },
  );
  const today = campaign && shanghaiDateOf(campaign.clock.now);
  const waiting = published?.items.filter(({ recognised }) => !recognised) ?? [];
  return (
    <>
      <PageHead title={t('title')} note={t('about')} />
      {!enabled ? (
        <Nothing title={t('noCampaign')} />
      ) : (
        <>
          {today &&
            campaign.allowedActions.includes('recordRecognition') &&
            waiting.map((publication) => (
              <RecordRecognition key={publication.id} publication={publication} today={today} />
            ))}
          <Loaded query={query}>
            {({ items }) =>
              items.length === 0 ? <Nothing title={t('none')} text={t('noneText')} /> : <List items={items} />
            }
          </Loaded>
        </>
      )}
    </>
  );
}

function List({ items }: { readonly items: readonly Recognition[] }) {
  const { t } = useTranslation('recognitions');
  const { date } = useDates();
  return (
    <Board label={t('title')} heads={[t('documentNumber'), t('decidedOn'), t('branches'), t('recordedAt')]}>
      {items.map(({ id, publicationId, documentNumber, decidedOn, branches, warnings, recordedAt }) => (
        <tr key={id}>
          <th scope="row">{paperNumber(documentNumber)}</th>
          <td>
            {date(decidedOn)}
            {warnings.includes('publication') && <div className="notice">{t('tooEarly')}</div>}
          </td>
          <td>
            <Link className="count" to="/publications/$id" params={{ id: publicationId }} search={keepCampaign}>
              {branches}
            </Link>
          </td>
          <td>{date(shanghaiDateOf(recordedAt))}</td>
        </tr>
      ))}
    </Board>
  );
}
