import type { CivilDate } from '@app/domain';
import { useTranslation } from 'react-i18next';
import { useKept } from '../../app/use-kept';
import { DateField } from '../../parts/date-field';
import { Field } from '../../parts/field';
import { useDates } from '../../words/dates';
import type { PlanBody } from './plan';

const NAMES = ['applyBy', 'ballotBy', 'assessBy'] as const;

type Typed = Readonly<Record<(typeof NAMES)[number], CivilDate | null>>;

const NONE: Typed = { applyBy: null, ballotBy: null, assessBy: null };

interface DatesFieldProps {
  readonly planId: string;
  readonly body: PlanBody;
  readonly edit?: (body: PlanBody) => void;
}

/** The organisation's own dates: they go into the plan once all three are there, and lie in this browser until then. */
export function DatesField({ planId, body, edit }: DatesFieldProps) {
  const { t } = useTranslation('organisation-plans');
  const { date } = useDates();
  const [begun, keep, forget] = useKept<Typed>(`plan-dates.${planId}`, NONE);
  const typed: Typed = body.dates ?? begun;
  const put = (changed: Partial<Typed>) => {
    const { applyBy, ballotBy, assessBy } = { ...typed, ...changed };
    const isWhole = applyBy !== null && ballotBy !== null && assessBy !== null;
    if (isWhole) forget();
    else keep({ applyBy, ballotBy, assessBy });
    if (isWhole || body.dates) edit?.({ ...body, dates: isWhole ? { applyBy, ballotBy, assessBy } : null });
  };
  const isBegun = body.dates === null && NAMES.some((name) => typed[name] !== null);
  return (
    <>
      <div className="plan-dates">
        {NAMES.map((name) => (
          <Field key={name} id={name} label={t(`date.${name}`)}>
            {edit ? (
              <DateField id={name} value={typed[name]} onChange={(chosen) => put({ [name]: chosen })} />
            ) : (
              <p id={name}>{body.dates ? date(body.dates[name]) : t('noDate')}</p>
            )}
          </Field>
        ))}
      </div>
      <p className={isBegun ? 'light-near' : 'quiet'}>{isBegun ? t('datesBegun') : t('datesHint')}</p>
    </>
  );
}
