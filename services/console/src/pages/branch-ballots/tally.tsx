import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { ballotFloors, formatPoints, type PublicTally } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useProgramme } from '../../app/programme';
import { Heads } from '../../parts/board';
import { useBallotWords } from '../../words/ballot-words';

interface TallyProps {
  readonly box: components['schemas']['BallotBox'];
  readonly tally: PublicTally;
}

/** 测评结果: whether both floors are met, and the answers where so many were cast that nobody is known by his. */
export function Tally({ box, tally }: TallyProps) {
  const { t } = useTranslation('branch-ballots');
  const { questionsOf, answerOf } = useBallotWords();
  const questions = questionsOf(box);
  const { data: programme } = useProgramme();
  const floors = programme && ballotFloors(programme);
  return (
    <section aria-labelledby="tally">
      <h2 id="tally">{t('tally')}</h2>
      <div className="panel wide" role="region" aria-labelledby="tally" tabIndex={0}>
        <ul className="ballot-floors">
          <Floor
            name={t('participation')}
            isMet={tally.participationMet}
            ratio={tally.suppressed ? null : tally.participation}
            floor={floors?.participation}
          />
          <Floor
            name={t('satisfaction')}
            isMet={tally.satisfactionMet}
            ratio={tally.suppressed ? null : tally.satisfaction}
            floor={floors?.satisfaction}
          />
        </ul>
        {tally.suppressed ? (
          <p className="wide-foot quiet">{t('suppressed')}</p>
        ) : (
          <>
            <p className="wide-foot">{t('castOf', { ...tally.cast })}</p>
            <table className="board">
              <Heads of={[t('question'), ...box.scale.map(answerOf)]} />
              <tbody>
                {tally.perQuestion.map(({ question, counts }, at) => (
                  <tr key={question}>
                    <th scope="row">
                      {at + 1}. {questions[at]}
                    </th>
                    {box.scale.map(({ code }) => (
                      <td key={code} className="number">
                        {counts[code] ?? 0}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </div>
    </section>
  );
}

interface FloorProps {
  readonly name: string;
  readonly isMet: boolean;
  /** In ten-thousandths; null where it is withheld, or nobody gave a valid answer. */
  readonly ratio: number | null;
  readonly floor: number | undefined;
}

function Floor({ name, isMet, ratio, floor }: FloorProps) {
  const { t } = useTranslation('branch-ballots');
  return (
    <li className={isMet ? 'light-well' : 'light-late'}>
      {isMet ? <CheckCircleOutlined /> : <CloseCircleOutlined />} {name}
      {ratio !== null && <b className="number">{t('percent', { value: formatPoints(ratio) })}</b>}
      <span>{isMet ? t('met') : t('notMet')}</span>
      {floor !== undefined && <span className="quiet">{t('floor', { value: formatPoints(floor) })}</span>}
    </li>
  );
}
