import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDimensionName, useProgramme } from '../../app/programme';
import { api } from '../../client';
import { Loaded } from '../loaded';
import { Nothing } from '../nothing';
import { EntryForm } from './entry-form';
import { ProblemCard } from './problem-card';
import type { ProblemAction } from './problem-line';

interface RunProblemsProps {
  readonly runId: string;
  /** What is begun at once, and with which line. */
  readonly given?: { readonly action: ProblemAction | undefined; readonly problem: string | undefined };
}

/** 问题清单 of a branch: each line with its measure, owner and date, what may be done with it, and a new line. */
export function RunProblems({ runId, given }: RunProblemsProps) {
  const { t } = useTranslation('parts');
  const params = { path: { id: runId } };
  const query = api.useQuery('get', '/api/v1/branch-runs/{id}/problems', {
    params: { ...params, query: { limit: 200 } },
  });
  const { data: run } = api.useQuery('get', '/api/v1/branch-runs/{id}', { params });
  const { data: programme } = useProgramme();
  const [isEntering, setEntering] = useState(false);
  const dimensionName = useDimensionName();
  const mayEnter = run?.allowedActions.includes('enterProblem') ?? false;
  return (
    <section className="panel" aria-labelledby="problems">
      <div className="section-head">
        <h2 id="problems">{t('problem.list', { count: query.data?.items.length ?? 0 })}</h2>
        {mayEnter && !isEntering && (
          <Button icon={<PlusOutlined />} onClick={() => setEntering(true)}>
            {t('problem.enter')}
          </Button>
        )}
      </div>
      {isEntering && run && programme && (
        <EntryForm
          branchId={run.branchId}
          dimensions={programme.scoreSheet.dimensions}
          onDone={() => setEntering(false)}
        />
      )}
      <Loaded query={query}>
        {({ items, names }) =>
          items.length === 0 ? (
            <Nothing title={t('problem.none')} text={t('problem.noneText')} />
          ) : (
            <ul className="cards">
              {items.map((problem) => (
                <ProblemCard
                  key={problem.id}
                  problem={problem}
                  isMeant={given?.problem === problem.id}
                  begun={given?.problem === problem.id ? given.action : undefined}
                  dimension={dimensionName(problem.dimension)}
                  owner={problem.ownerId ? names[problem.ownerId]?.name : undefined}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
