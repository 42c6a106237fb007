import { COMMAND_WORDS, deedAt } from '@app/domain';
import type { components } from '../../api/schema';
import { CommandBar } from '../../parts/command-bar';
import { pageOf, paperOf } from '../../parts/command-places';
import { useGiven, useGoTo } from '../../parts/given';
import { isReturn, ReturnDialog } from '../../parts/return-dialog';
import { ApproveDialog, ConfirmSurveyDialog, DissolveDialog, OpenSurveyDialog } from './dialogs';

type Run = components['schemas']['BranchRun'];

const DIALOGS: Readonly<Record<string, typeof OpenSurveyDialog>> = {
  openSurvey: OpenSurveyDialog,
  confirmSurvey: ConfirmSurveyDialog,
  approveBranchPlan: ApproveDialog,
  dissolveBranch: DissolveDialog,
};

interface CommandsProps {
  readonly run: Run;
  /** The one that is being given, by the address. */
  readonly given: string | undefined;
  readonly onGive: (command: string | undefined) => void;
}

/** What the reader may do now with a branch's year, the deed that it waits for first. */
export function Commands({ run, given, onGive }: CommandsProps) {
  const close = () => onGive(undefined);
  const asked = useGiven(given, run.allowedActions);
  useGoTo(asked === undefined ? null : pageOf(asked, run));
  const Dialog = asked === undefined ? undefined : DIALOGS[asked];
  const paper = asked === undefined ? undefined : paperOf(asked, run);
  return (
    <>
      <CommandBar
        first={deedAt('branch-run', run.step)}
        commands={run.allowedActions}
        late={run.lateEntryActions}
        pageOf={(name) => pageOf(name, run)}
        onGive={onGive}
      />
      {Dialog && <Dialog run={run} paperId={paper?.id ?? ''} what={COMMAND_WORDS[asked ?? '']} onClose={close} />}
      {asked && isReturn(asked) && paper && (
        <ReturnDialog command={asked} id={paper.id} about={run.branchName} onClose={close} />
      )}
    </>
  );
}
