import { CheckCircleOutlined, CloseCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useCampaignId } from '../../app/campaign';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { PageHead } from '../../parts/page-head';
import { Section } from '../../parts/section';
import { useDates } from '../../words/dates';
import { DeadRuns } from './dead-runs';
import { Queues } from './queues';
import './system.css';

type System = components['schemas']['System'];

/** So often it is looked again while somebody looks at it. */
const AGAIN_MS = 10_000;

const PARTS = ['database', 'engine', 'worker'] as const;

/** 系统: whether every part does its work, what waits for whom, what should run and does not. */
export function SystemPage() {
  const { t } = useTranslation('system');
  const { time } = useDates();
  const campaignId = useCampaignId();
  const query = api.useQuery(
    'get',
    '/api/v1/system',
    { params: { query: { campaignId } } },
    { enabled: campaignId !== undefined, refetchInterval: AGAIN_MS },
  );
  return (
    <>
      <PageHead title={t('title')} note={query.data && t('asOf', { time: time(query.data.at) })} />
      {campaignId === undefined ? (
        <Nothing title={t('noCampaign')} />
      ) : (
        <Loaded query={query} rows={8}>
          {(system) => (
            <>
              <Parts system={system} />
              <Queues queues={system.queues} />
              <Dates system={system} />
              <DeadRuns system={system} />
            </>
          )}
        </Loaded>
      )}
    </>
  );
}

function Parts({ system }: { readonly system: System }) {
  const { t } = useTranslation('system');
  return (
    <Section title={t('parts')}>
      <ul className="system-parts">
        <Part name={t('part.api')} word={t('up.api')} is />
        {PARTS.map((part) => (
          <Part
            key={part}
            name={t(`part.${part}`)}
            word={system[part] ? t(`up.${part}`) : t(`down.${part}`)}
            is={system[part]}
          />
        ))}
      </ul>
    </Section>
  );
}

/** A part by shape and word: whether it does its work. */
function Part({ name, word, is }: { readonly name: string; readonly word: string; readonly is: boolean }) {
  return (
    <li className={is ? 'light-well' : 'light-very-late'}>
      {is ? <CheckCircleOutlined aria-hidden /> : <CloseCircleOutlined aria-hidden />}
      <span className="system-part">
        <b>{name}</b> {word}
      </span>
    </li>
  );
}

/** Whether dates are kept: what should have been reminded of or escalated by now and was not. */
function Dates({ system: { rungsDue, keepersPast } }: { readonly system: System }) {
  const { t } = useTranslation('system');
  const isWell = rungsDue === 0 && keepersPast === 0;
  return (
    <Section title={t('dates')}>
      <ul className="system-parts">
        <Part name={t('rungsDue')} word={t('count', { count: rungsDue })} is={rungsDue === 0} />
        {keepersPast === null ? (
          <li className="quiet">
            <QuestionCircleOutlined aria-hidden />
            <span className="system-part">
              <b>{t('keepersPast')}</b> {t('unseen')}
            </span>
          </li>
        ) : (
          <Part name={t('keepersPast')} word={t('count', { count: keepersPast })} is={keepersPast === 0} />
        )}
      </ul>
      {!isWell && <p className="quiet">{t('datesText')}</p>}
    </Section>
  );
}
