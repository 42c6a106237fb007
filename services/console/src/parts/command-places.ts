import type { CommandNameOf, DocumentKind, TypesOfRun } from '@app/domain';
import { paperAddress } from './paper-address';

/** What may be allowed of the year of a branch or an organisation. */
type CommandOfYear =
  | CommandNameOf<TypesOfRun<'branch-run'>>
  | CommandNameOf<TypesOfRun<'organisation-run'>>
  | 'enterBallotCount'
  | 'enterProblem';

/** `run`: in a dialog on the page of the run; else on a page of its own, since there is more to read or to write. */
interface CommandPlace {
  readonly at: 'run' | 'paper' | 'ballot' | 'problems';
  /** What it is about: handed over by it, or looked at and answered. */
  readonly paper?: DocumentKind;
}

const about = (paper: DocumentKind): CommandPlace => ({ at: 'run', paper });
const onPaper = (paper: DocumentKind): CommandPlace => ({ at: 'paper', paper });
const HERE: CommandPlace = { at: 'run' };

/** Where each command is given: none is offered that leads nowhere. */
const COMMAND_PLACES: Readonly<Record<CommandOfYear, CommandPlace>> = {
  openSurvey: HERE,
  submitSurvey: onPaper('survey'),
  returnSurvey: about('survey'),
  confirmSurvey: about('survey'),
  submitBranchPlan: onPaper('branch-plan'),
  returnBranchPlan: about('branch-plan'),
  approveBranchPlan: about('branch-plan'),
  submitAssessment: onPaper('self-assessment'),
  returnAssessment: about('self-assessment'),
  openBallot: { at: 'ballot' },
  closeBallot: { at: 'ballot' },
  enterBallotCount: { at: 'ballot' },
  signAssessment: onPaper('superior-assessment'),
  countersignAssessment: onPaper('superior-assessment'),
  submitReview: onPaper('review'),
  returnReview: about('review'),
  confirmReview: onPaper('review'),
  dissolveBranch: HERE,
  enterProblem: { at: 'problems' },
  submitOrganisationPlan: onPaper('organisation-plan'),
  returnOrganisationPlan: about('organisation-plan'),
  submitConclusions: HERE,
  recordDecision: HERE,
  sendFiling: HERE,
  returnFiling: HERE,
  registerFiling: HERE,
};

interface PaperLine {
  readonly id: string;
  readonly kind: string;
}

interface RunWithPapers {
  readonly id: string;
  /** The newest of each kind. */
  readonly documents: readonly PaperLine[];
}

/** The paper that a command is about. */
export function paperOf(command: string, { documents }: RunWithPapers): PaperLine | undefined {
  const kind = placeOf(command)?.paper;
  return documents.find((paper) => paper.kind === kind);
}

/** The page on which a command is given; null for one that is given where the run is looked at. */
export function pageOf(command: string, run: RunWithPapers): string | null {
  switch (placeOf(command)?.at) {
    case 'paper': {
      const paper = paperOf(command, run);
      return paper ? paperAddress(paper.kind, paper.id) : null;
    }
    case 'ballot':
      return ballotAddress(run.id);
    case 'problems':
      return `/branch-problems/${run.id}`;
    default:
      return null;
  }
}

/** Where the ballot of a branch's year is opened, watched and closed. */
export function ballotAddress(branchRunId: string): string {
  return `/branch-ballots/${branchRunId}`;
}

function placeOf(command: string): CommandPlace | undefined {
  const places: Readonly<Record<string, CommandPlace>> = COMMAND_PLACES;
  return places[command];
}
