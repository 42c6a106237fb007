import { COLOUR_WORDS, type LadderColour, shanghaiDateOf, SLIP_STATE_WORDS, slipNumberWords } from '@app/domain';
import { useTranslation } from 'react-i18next';
import { api } from '../../client';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { QuickLink } from '../quick-link';
import { Section } from '../section';
import { lastHeardOfSlip } from './slip-words';

/** 督办单 about the dates of one year of a branch or an organisation; nothing where there is none. */
export function RunSlips({ runId }: { readonly runId: string }) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const { date } = useDates();
  const { data } = api.useQuery('get', '/api/v1/slips', { params: { query: { runId, limit: 200 } } });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('slip.list', { count: data.items.length })} wide>
      <table className="board">
        <thead>
          <tr>
            <th scope="col">{t('slip.number')}</th>
            <th scope="col">{t('slip.colour')}</th>
            <th scope="col">{t('slip.state')}</th>
            <th scope="col">{t('slip.draftedAt')}</th>
            <th scope="col">{t('slip.lastHeard')}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((slip) => {
            const number = slipNumberWords(slip);
            return (
              <tr key={slip.id}>
                <th scope="row">
                  <QuickLink to={`/slips/${slip.id}`}>{number ? say(number) : t('slip.draft')}</QuickLink>
                </th>
                <td>{say(COLOUR_WORDS[slip.colour as LadderColour])}</td>
                <td>{say(SLIP_STATE_WORDS[slip.state])}</td>
                <td>{date(shanghaiDateOf(slip.draftedAt))}</td>
                <td>{lastHeardOfSlip(slip, { say, date })}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
