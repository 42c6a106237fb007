import { COMMAND_WORDS, deedAt } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { api } from '../../client';
import { CommandBar } from '../../parts/command-bar';
import { CommandDialog } from '../../parts/command-dialog';
import { pageOf } from '../../parts/command-places';
import { useGiven, useGoTo } from '../../parts/given';
import { ReturnDialog } from '../../parts/return-dialog';
import { useWords } from '../../words/words';
import { ConclusionsDialog, DecisionDialog, FilingDialog } from './list-dialogs';

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
  const isFiling = run.allowedActions.some((name) => ABOUT_FILING.includes(name));
  const filings = api.useQuery(
    'get',
    '/api/v1/filings',
    { params: { query: { organisationRunId: run.id, registered: 'false' } } },
    { enabled: isFiling },
  );
  const filing = filings.data?.items.at(-1);
  const plan = run.documents.find(({ kind }) => kind === 'organisation-plan');
  const isPlanned = plan !== undefined && plan.frozenAt !== null;
  const allowed = run.allowedActions.filter((name) => name !== 'submitOrganisationPlan' || !isPlanned);
  const asked = useGiven(given, allowed);
  const close = () => onGive(undefined);
  useGoTo(asked === undefined ? null : pageOf(asked, run));
  return (
    <>
      <CommandBar
        first={deedAt('organisation-run', run.step)}
        commands={allowed}
        pageOf={(name) => pageOf(name, run)}
        onGive={onGive}
      />
      {asked === 'returnOrganisationPlan' && plan && (
        <ReturnDialog command={asked} id={plan.id} about={run.organisationName} onClose={close} />
      )}
      {asked === 'returnFiling' && filing && (
        <ReturnDialog command={asked} id={filing.id} about={run.organisationName} onClose={close} />
      )}
      {asked === 'submitConclusions' && <ConclusionsDialog id={run.id} onClose={close} />}
      {asked === 'recordDecision' && <DecisionDialog id={run.id} onClose={close} />}
      {asked === 'sendFiling' && <FilingDialog id={run.id} onClose={close} />}
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
