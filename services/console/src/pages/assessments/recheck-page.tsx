import { type Programme, RECHECK_BAR_WORDS, scoreSheet, shanghaiDateOf, VERDICT_WORDS } from '@app/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { api } from '../../client';
import { DraftState } from '../../parts/draft-state';
import { Loaded } from '../../parts/loaded';
import { PageHead } from '../../parts/page-head';
import { useSpotCheckName } from '../../parts/stream-link';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { RecheckConclusion } from './recheck-conclusion';
import { RecheckConfirmation, ReturnRecheck } from './recheck-confirmation';
import { ScoreBar } from './score-bar';
import type { Assessment } from './sheet';
import { SheetFields } from './sheet-fields';
import { useSelfScore } from './use-self-score';
import { useOwnTicks, useSheetDraft } from './use-sheet-draft';

type Recheck = components['schemas']['NamedRecheck'];

interface RecheckPageProps {
  readonly assessment: Assessment;
  readonly programme: Programme;
}

/** 抽查复核: the sheet of a drawn branch, whose score says whether its pass holds. */
export function RecheckPage({ assessment, programme }: RecheckPageProps) {
  const { t } = useTranslation('assessments');
  const query = api.useQuery('get', '/api/v1/rechecks/{id}', { params: { path: { id: assessment.runId } } });
  const recheck = query.data;
  return (
    <>
      <PageHead title={t('recheck.title')} note={recheck && <Whose recheck={recheck} />}>
        <Link to="/rechecks" search={({ campaign }) => ({ campaign, spotCheck: recheck?.spotCheckId })}>
          {t('recheck.back')}
        </Link>
      </PageHead>
      <Loaded query={query} rows={12}>
        {(found) => (
          <>
            <Standing recheck={found} />
            <RecheckSheet recheck={found} {...{ assessment, programme }} />
          </>
        )}
      </Loaded>
    </>
  );
}

/** The branch that was drawn, and by which draw. */
function Whose({ recheck: { branchId, names, year, spotCheckNo } }: { readonly recheck: Recheck }) {
  const nameOf = useSpotCheckName();
  return (
    <>
      {names[branchId]?.name} · {nameOf({ year, no: spotCheckNo })}
    </>
  );
}

/** What was found so far, by whom and why; and that the reader has to stay out of it. */
function Standing({ recheck }: { readonly recheck: Recheck }) {
  const { t } = useTranslation('assessments');
  const say = useWords();
  const { date } = useDates();
  const { verdict, proposedAt, concludedAt, recheckerId, confirmerId, reasonId, bar, names } = recheck;
  const nameOf = (id: string | null) => names[id ?? '']?.name ?? '';
  const reason = api.useQuery(
    'get',
    '/api/v1/remarks/{id}',
    { params: { path: { id: reasonId ?? '' } } },
    { enabled: reasonId !== null },
  );
  return (
    <section className="panel" aria-label={t('recheck.standing')}>
      <p>
        <b>{verdict ? say(VERDICT_WORDS[verdict]) : proposedAt ? t('recheck.proposed') : t('recheck.open')}</b>
        {concludedAt && <span> · {date(shanghaiDateOf(concludedAt))}</span>}
        {!verdict && proposedAt && <span> · {date(shanghaiDateOf(proposedAt))}</span>}
        {recheckerId && <span> · {t('recheck.by', { name: nameOf(recheckerId) })}</span>}
        {confirmerId && <span> · {t('recheck.confirmedBy', { name: nameOf(confirmerId) })}</span>}
      </p>
      {reason.data?.body.lines.map(({ text }) => (
        <p key={text}>{t('recheck.because', { text })}</p>
      ))}
      {!verdict && <p>{proposedAt ? t('recheck.waits.second') : t('recheck.waits.first')}</p>}
      {bar && <p className="notice">{say(RECHECK_BAR_WORDS[bar])}</p>}
    </section>
  );
}

function RecheckSheet({ recheck, assessment, programme }: RecheckPageProps & { readonly recheck: Recheck }) {
  const { t } = useTranslation('assessments');
  const written = useSheetDraft(assessment);
  const { data: run } = api.useQuery('get', '/api/v1/branch-runs/{id}', {
    params: { path: { id: recheck.branchRunId } },
  });
  const self = useSelfScore(run, programme, true);
  const isNewest = recheck.documentId === assessment.id;
  const may = (command: string) => isNewest && recheck.allowedActions.includes(command);
  const isWriting = !written.isFrozen && may('concludeRecheck');
  const { draft } = useOwnTicks(written, isWriting);
  const score = scoreSheet(programme.scoreSheet, draft.body);
  if (may('confirmRecheck')) return <RecheckConfirmation {...{ recheck, assessment, programme, score, self }} />;
  return (
    <>
      <ScoreBar {...{ score, programme }} kind="recheck-assessment" writing={draft.isFrozen ? undefined : draft.body}>
        {isWriting && <DraftState draft={draft} />}
      </ScoreBar>
      <SheetFields id={assessment.id} {...{ draft, programme, score, self, isWriting }} />
      {isWriting && <RecheckConclusion {...{ recheck, draft, programme, score }} />}
      {may('returnRecheck') && (
        <section className="panel">
          <ReturnRecheck {...{ recheck, assessment }} />
        </section>
      )}
      {!isNewest && <p className="quiet">{t('recheck.older')}</p>}
    </>
  );
}
