import { PROBLEM_SOURCE_WORDS, PROBLEM_STATE_WORDS, type ProblemSource } from '@app/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../../app/keep-campaign';
import { useDimensionName } from '../../app/programme';
import { api } from '../../client';
import { LightMark } from '../../parts/light';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { Section } from '../../parts/section';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';

/** 一支部一清单: what was found, what is done about it, by whom and until when. */
export function Problems({ runId }: { readonly runId: string }) {
  const { t } = useTranslation('branch-runs');
  const say = useWords();
  const { date } = useDates();
  const dimensionName = useDimensionName();
  const query = api.useQuery('get', '/api/v1/branch-runs/{id}/problems', { params: { path: { id: runId } } });
  const page: string = `/branch-problems/${runId}`;
  const open = query.data?.items.filter(({ state }) => state !== 'closed').length ?? 0;
  const toDo = query.data?.items.some(({ allowedActions }) => allowedActions.length > 0) ?? false;
  return (
    <Section title={t('problems', { count: open })} wide>
      <Loaded query={query}>
        {({ items, names }) =>
          items.length === 0 ? (
            <Nothing title={t('noProblems')} text={t('noProblemsText')} />
          ) : (
            <>
              <table className="board">
                <thead>
                  <tr>
                    <th scope="col">{t('problem')}</th>
                    <th scope="col">{t('measure')}</th>
                    <th scope="col">{t('owner')}</th>
                    <th scope="col">{t('due')}</th>
                    <th scope="col">{t('state')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((problem) => (
                    <tr key={problem.id}>
                      <th scope="row">
                        {problem.description}
                        <div className="quiet">
                          {[
                            dimensionName(problem.dimension),
                            t('foundBy', {
                              source: say(PROBLEM_SOURCE_WORDS[problem.source as ProblemSource]),
                              year: problem.openedYear,
                            }),
                            problem.mandatory && t('mandatory'),
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                        </div>
                      </th>
                      <td>{problem.measure ?? <span className="quiet">{t('noMeasure')}</span>}</td>
                      <td>{problem.ownerId && names[problem.ownerId]?.name}</td>
                      <td>{problem.dueDate && date(problem.dueDate)}</td>
                      <td>
                        {say(PROBLEM_STATE_WORDS[problem.state])}{' '}
                        {problem.light && problem.state !== 'closed' && <LightMark light={problem.light} />}
                        {problem.closedAt && problem.verifierId && (
                          <div className="quiet">{t('verifiedBy', { name: names[problem.verifierId]?.name })}</div>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {toDo && (
                <p className="wide-foot">
                  <Link to={page} search={keepCampaign}>
                    {t('toProblems')}
                  </Link>
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
