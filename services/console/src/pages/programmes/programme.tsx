import type { Programme } from '@app/domain';
import { Button } from 'antd';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaignId } from '../../app/campaign';
import { useLanguage } from '../../app/preferences';
import { useProgramme } from '../../app/programme';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { PageHead } from '../../parts/page-head';
import { Calendars } from './calendars';
import { Chain } from './chain';
import { Basis, Gates, Ladders, Parameters } from './rules';
import { Ballot, Sheet, Vetoes } from './sheet';
import { Dates, Years } from './years';
import './programme.css';

/** The parts of a programme, in the order in which it is read. */
const PARTS: readonly (readonly [id: string, part: ComponentType<{ readonly programme: Programme }>])[] = [
  ['basis', Basis],
  ['years', Years],
  ['dates', Dates],
  ['chain', Chain],
  ['parameters', Parameters],
  ['gates', Gates],
  ['ladders', Ladders],
  ['sheet', Sheet],
  ['vetoes', Vetoes],
  ['ballot', Ballot],
  ['calendar', Calendars],
];

/** 方案: every rule of the campaign's programme with its value, its mark and its clause, and the calendar that it is reckoned by. */
export function ProgrammePage() {
  const { t } = useTranslation('programmes');
  const [language] = useLanguage();
  const campaignId = useCampaignId();
  const query = useProgramme();
  const { data } = query;
  const note = data && t('version', { name: language === 'zh' ? data.name : data.nameEn, version: data.version });
  return (
    <>
      <PageHead title={t('title')} note={note}>
        <Button onClick={() => window.print()}>{t('print')}</Button>
      </PageHead>
      {campaignId === undefined ? (
        <Nothing title={t('noCampaign')} />
      ) : (
        <Loaded query={query} rows={12}>
          {(programme) => (
            <>
              <p>{t('marks')}</p>
              <ul className="rule-contents" aria-label={t('contents')}>
                  {PARTS.map(([id]) => (
                    <li key={id}>
                      <a href={`#${id}`}>{t(`part.${id}`)}</a>
                    </li>
                  ))}
                </ul>
              {PARTS.map(([id, Part]) => (
                <div key={id} id={id} className="rule-part">
                  <Part programme={programme} />
                </div>
              ))}
            </>
          )}
        </Loaded>
      )}
    </>
  );
}
