import { COMMAND_WORDS, deedAt } from '@app/domain';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { api } from '../../client';
import { CommandBar } from '../../parts/command-bar';
import { CommandDialog } from '../../parts/command-dialog';
import { paperAddress } from '../../parts/paper-address';
import { useGiven } from '../../parts/given';
import { ReturnDialog } from '../../parts/return-dialog';
import { useWords } from '../../words/words';

type Run = components['schemas']['OrganisationRun'];

interface CommandsProps {
  readonly run: Run;
  /** The one that is being given, by the address. */
  readonly given: string | undefined;
  readonly onGive: (command: string | undefined) => void;
}

const ABOUT_FILING = ['registerFiling', 'returnFiling'];

/** What the reader may do now with an organisation's year, the deed that it waits for first. */
export function Commands({ run, given, onGive }: CommandsProps) {
  const navigate = useNavigate();
  const isFiling = run.allowedActions.some((name) => ABOUT_FILING.includes(name));
  const filings = api.useQuery(
    'get',
    '/api/v1/filings',
    { params: { query: { organisationRunId: run.id, registered: 'false' } } },
    { enabled: isFiling },
  );
  const filing = filings.data?.items.at(-1);
  const plan = run.documents.find(({ kind }) => kind === 'organisation-plan');
  const asked = useGiven(given, run.allowedActions);
  const page = asked === undefined ? null : pageOf(asked, run);
  const close = () => onGive(undefined);
  useEffect(() => {
    if (page !== null) void navigate({ to: page, search: ({ campaign }) => ({ campaign }), replace: true });
  }, [page, navigate]);
  return (
    <>
      <CommandBar
        first={deedAt('organisation-run', run.step)}
        commands={run.allowedActions}
        pageOf={(name) => pageOf(name, run)}
        onGive={onGive}
      />
      {asked === 'returnOrganisationPlan' && plan && (
        <ReturnDialog command={asked} id={plan.id} about={run.organisationName} onClose={close} />
      )}
      {asked === 'returnFiling' && filing && (
        <ReturnDialog command={asked} id={filing.id} about={run.organisationName} onClose={close} />
      )}
      {asked === 'registerFiling' && filing && <RegisterDialog run={run} filing={filing} onClose={close} />}
    </>
  );
}

interface RegisterDialogProps {
  readonly run: Run;
  readonly filing: components['schemas']['Filing'];
  readonly onClose: () => void;
}

function RegisterDialog({ run, filing: { id, lines }, onClose }: RegisterDialogProps) {
  const { t } = useTranslation('organisation-runs');
  const say = useWords();
  const { mutateAsync, error, isPending } = api.useMutation('post', '/api/v1/filings/{id}/register');
  const send = () => mutateAsync({ params: { path: { id } }, body: {} });
  return (
    <CommandDialog what={say(COMMAND_WORDS.registerFiling)} {...{ onClose, send, error, isPending }}>
      <p>{t('registerText', { name: run.organisationName, count: lines })}</p>
    </CommandDialog>
  );
}

/** The pages of what is written, or generated from the step before. */
function pageOf(command: string, { id, documents }: Run): string | null {
  const plan = documents.find(({ kind }) => kind === 'organisation-plan');
  switch (command) {
    case 'submitOrganisationPlan':
      return plan ? paperAddress(plan.kind, plan.id) : null;
    case 'submitConclusions':
      return `/conclusions/${id}`;
    case 'recordDecision':
      return `/decisions/${id}`;
    case 'sendFiling':
      return `/filings/${id}`;
    default:
      return null;
  }
}
