import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { useDates } from '../words/dates';

/** A branch's plan in a line: how many problems it takes on, and from when to when; what is still without a measure. */
export function PlanSummary({ plan: { problems } }: { readonly plan: components['schemas']['BranchPlanBody'] }) {
  const { t } = useTranslation('parts');
  const { date } = useDates();
  const dates = problems.flatMap(({ dueDate }) => dueDate ?? []).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  const unplanned = problems.filter(({ measure }) => measure === null).length;
  return (
    <span>
      {problems.length === 0 ? t('plan.none') : t('plan.problems', { count: problems.length })}
      {first &&
        last &&
        ` ${first === last ? t('plan.due', { date: date(first) }) : t('plan.dueBetween', { first: date(first), last: date(last) })}`}
      {unplanned > 0 && <b> {t('plan.unplanned', { count: unplanned })}</b>}
    </span>
  );
}
