import { COMMAND_WORDS, countTargets, TARGET_WORDS } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { may, useMe } from '../../app/me';
import { useDraft } from '../../app/use-draft';
import { api, client } from '../../client';
import { DraftConflict, type DraftLine } from '../../parts/draft-conflict';
import { DraftState } from '../../parts/draft-state';
import { HandOver } from '../../parts/hand-over';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { DatesField } from './dates-field';
import { type PlanBody, targetIn } from './plan';
import { Responsible } from './responsible';
import { TargetTable } from './target-table';
import type { PlannedBranch } from './use-branches';

type Plan = components['schemas']['OrganisationPlan'];

interface PlanFormProps {
  readonly plan: Plan;
  readonly run: components['schemas']['OrganisationRun'];
  readonly branches: readonly PlannedBranch[];
}

/** The plan as it is written, or only read. */
export function PlanForm({ plan, run, branches }: PlanFormProps) {
  const { t } = useTranslation('organisation-plans');
  const say = useWords();
  const { acting } = useMe();
  const { id, names } = plan;
  const path = { id };
  const linesOf = useLines(branches, names);
  const draft = useDraft<PlanBody>(plan, {
    id,
    queryKey: api.queryOptions('get', '/api/v1/organisation-plans/{id}', { params: { path } }).queryKey,
    save: async (body, etag) => {
      const params = { path, header: { 'If-Match': etag } };
      return (await client.PUT('/api/v1/organisation-plans/{id}', { params, body })).data as Plan;
    },
    read: async () => (await client.GET('/api/v1/organisation-plans/{id}', { params: { path } })).data as Plan,
  });
  const { body } = draft;
  const isWriting =
    !draft.isFrozen && may('saveOrganisationPlan', acting) && run.allowedActions.includes('submitOrganisationPlan');
  const edit = isWriting ? draft.type : undefined;
  const undecided = branches.filter(({ branchId }) => targetIn(body, branchId) === undefined).length;
  const submit = async (stated: object) => {
    const digest = await draft.settle();
    if (digest === null) return null;
    return client.POST('/api/v1/organisation-plans/{id}/submit', { params: { path }, body: { digest, ...stated } });
  };
  const count = countTargets(body);
  return (
    <>
      <DraftConflict draft={draft} linesOf={linesOf} />
      <div className="panel score-bar">
        <output>
          {t('counts', count)} {undecided > 0 && <b className="light-late">{t('undecided', { count: undecided })}</b>}
        </output>
        {isWriting && <DraftState draft={draft} />}
      </div>
      <TargetTable {...{ branches, body, year: run.year }} {...(edit && { edit })} />
      <section className="panel plan-rest" aria-label={t('rest')}>
        <Responsible {...{ body, names }} {...(edit && { edit })} />
        <DatesField {...{ planId: id, body }} {...(edit && { edit })} />
      </section>
      {isWriting ? (
        <HandOver
          label={say(COMMAND_WORDS.submitOrganisationPlan)}
          send={submit}
          disabled={draft.state === 'conflict'}
          note={undecided > 0 ? t('undecided', { count: undecided }) : t('ready')}
        />
      ) : (
        <p className="quiet">{draft.isFrozen ? t('handedOver') : t('notYours')}</p>
      )}
    </>
  );
}

/** A plan as people read it, line by line. */
function useLines(branches: readonly PlannedBranch[], names: Plan['names']): (body: PlanBody) => DraftLine[] {
  const { t } = useTranslation('organisation-plans');
  const say = useWords();
  const { date, comma } = useDates();
  return (body) => [
    ...branches.map(({ branchId, branchName }): DraftLine => {
      const target = targetIn(body, branchId);
      return [branchName, target ? say(TARGET_WORDS[target]) : ''];
    }),
    [t('responsible'), body.responsible.map((person) => names[person]?.name ?? t('anotherPerson')).join(comma)],
    ...(['applyBy', 'ballotBy', 'assessBy'] as const).map((name): DraftLine => [
      t(`date.${name}`),
      body.dates ? date(body.dates[name]) : '',
    ]),
  ];
}
