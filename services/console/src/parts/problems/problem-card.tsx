import { PROBLEM_STATE_WORDS } from '@app/domain';
import { Button, Tag } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { LightMark } from '../light';
import { PlanForm } from './plan-form';
import { ACTIONS, type ProblemAction, type ProblemLine } from './problem-line';
import { RemarkForm } from './remark-form';

interface ProblemCardProps {
  readonly problem: ProblemLine;
  readonly dimension: string;
  readonly owner: string | undefined;
  /** The one that the address names. */
  readonly isMeant: boolean;
  /** What is begun with it at once, if it may be. */
  readonly begun: ProblemAction | undefined;
}

/** One line of the list, and the form of what is done with it. */
export function ProblemCard({ problem, dimension, owner, isMeant, begun }: ProblemCardProps) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const { date } = useDates();
  const [doing, setDoing] = useState<ProblemAction | null>(
    begun && problem.allowedActions.includes(begun) ? begun : null,
  );
  const { description, mandatory, measure, dueDate, state, light, raisedBecause } = problem;
  const done = () => setDoing(null);
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isMeant) card.current?.scrollIntoView({ block: 'center' });
  }, [isMeant]);
  return (
    <li className="card problem" ref={card} aria-current={isMeant ? 'true' : undefined}>
      <div className="card-main">
        <b>{description}</b>
        <span className="quiet">{dimension}</span>
        {measure && <span>{t('problem.measureIs', { measure })}</span>}
        {raisedBecause && <span>{t('problem.raisedBecause', { reason: raisedBecause })}</span>}
        {!measure && <span className="light-near">{t('problem.unplanned')}</span>}
      </div>
      <div className="card-side">
        {mandatory && <Tag color="red">{t('problem.mandatory')}</Tag>}
        <span>{say(PROBLEM_STATE_WORDS[state])}</span>
        {owner && <span>{t('problem.ownerIs', { name: owner })}</span>}
        {dueDate && <span>{t('run.due', { date: date(dueDate) })}</span>}
        {light && <LightMark light={light} />}
      </div>
      {doing === null && (
        <div className="buttons">
          {ACTIONS.filter((action) => problem.allowedActions.includes(action)).map((action) => (
            <Button
              key={action}
              aria-label={`${t(`problem.do.${action}`)}：${description}`}
              type={action === 'planProblem' && !measure ? 'primary' : 'default'}
              onClick={() => setDoing(action)}
            >
              {t(`problem.do.${action}`)}
            </Button>
          ))}
        </div>
      )}
      {doing === 'planProblem' && <PlanForm problem={problem} onDone={done} />}
      {doing !== null && doing !== 'planProblem' && (
        <RemarkForm key={doing} problemId={problem.id} action={doing} onDone={done} />
      )}
    </li>
  );
}
