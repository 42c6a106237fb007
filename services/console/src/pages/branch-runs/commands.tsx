import { COMMAND_WORDS, deedAt, type DocumentKind } from '@app/domain';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { keepCampaign } from '../../app/keep-campaign';
import type { components } from '../../api/schema';
import { CommandBar } from '../../parts/command-bar';
import { paperAddress } from '../../parts/paper-address';
import { useGiven } from '../../parts/given';
import { isReturn, ReturnDialog } from '../../parts/return-dialog';
import { ApproveDialog, ConfirmReviewDialog, ConfirmSurveyDialog, DissolveDialog, OpenSurveyDialog } from './dialogs';

type Run = components['schemas']['BranchRun'];

/** The paper that a command is about: handed over by it, or looked at and answered. */
const PAPERS: Readonly<Record<string, DocumentKind>> = {
  submitSurvey: 'survey',
  returnSurvey: 'survey',
  confirmSurvey: 'survey',
  submitBranchPlan: 'branch-plan',
  returnBranchPlan: 'branch-plan',
  approveBranchPlan: 'branch-plan',
  submitAssessment: 'self-assessment',
  returnAssessment: 'self-assessment',
  signAssessment: 'superior-assessment',
  countersignAssessment: 'superior-assessment',
  submitReview: 'review',
  returnReview: 'review',
  confirmReview: 'review',
};

/** What is given on the page of its paper, since it has to be written or read through first. */
const WRITTEN = [
  'submitSurvey',
  'submitBranchPlan',
  'submitAssessment',
  'signAssessment',
  'countersignAssessment',
  'submitReview',
];

const DIALOGS: Readonly<Record<string, typeof OpenSurveyDialog>> = {
  openSurvey: OpenSurveyDialog,
  confirmSurvey: ConfirmSurveyDialog,
  approveBranchPlan: ApproveDialog,
  confirmReview: ConfirmReviewDialog,
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
  const navigate = useNavigate();
  const close = () => onGive(undefined);
  const asked = useGiven(given, run.allowedActions);
  const page = asked === undefined ? null : pageOf(asked, run);
  useEffect(() => {
    if (page !== null) void navigate({ to: page, search: keepCampaign, replace: true });
  }, [page, navigate]);
  const Dialog = asked === undefined ? undefined : DIALOGS[asked];
  const paper = asked === undefined ? undefined : paperOf(asked, run);
  return (
    <>
      <CommandBar
        first={deedAt('branch-run', run.step)}
        commands={run.allowedActions.filter((name) => name in DIALOGS || isReturn(name) || pageOf(name, run) !== null)}
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

function paperOf(command: string, { documents }: Run) {
  return documents.find(({ kind }) => kind === PAPERS[command]);
}

/** Where a command is given that is no mere word. */
function pageOf(command: string, run: Run): string | null {
  const paper = WRITTEN.includes(command) ? paperOf(command, run) : undefined;
  return paper ? paperAddress(paper.kind, paper.id) : null;
}
