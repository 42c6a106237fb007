import { GOAL_FIGURES, GOAL_WORDS } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useWords } from '../../words/words';
import { BodyTable } from './body-table';
import { CountLink } from './count-link';

type Overview = components['schemas']['Overview'];

/** What of the goal each organisation has attained; its own share of the goal is for planning only. */
export function GoalTable({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('campaigns');
  const say = useWords();
  const { requiredOfOrganisations, goal } = overview;
  const heads = [...GOAL_FIGURES, 'outOfScope' as const, 'required' as const].map((figure) => say(GOAL_WORDS[figure]));
  return (
    <>
      <BodyTable overview={overview} label={t('goalByOrganisation')} heads={heads}>
        {(line) => [
          ...GOAL_FIGURES.map((figure) => (
            <CountLink
              key={figure}
              overview={overview}
              filter={line.filter}
              list="goal"
              by={[figure]}
              label={`${line.name} ${say(GOAL_WORDS[figure])}`}
              count={line.goal[figure]}
            />
          )),
          <CountLink
            key="outOfScope"
            overview={overview}
            filter={line.filter}
            list="outOfScope"
            label={`${line.name} ${say(GOAL_WORDS.outOfScope)}`}
            count={line.outOfScope}
          />,
          <span key="required" className="number quiet">
            {line.goal.required}
          </span>,
        ]}
      </BodyTable>
      {requiredOfOrganisations !== goal.required && (
        <p className="quiet">{t('roundedUp', { sum: requiredOfOrganisations, count: goal.required })}</p>
      )}
    </>
  );
}
