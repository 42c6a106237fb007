import type {
  BranchRunMode,
  BranchStep,
  CivilDate,
  DocumentKind,
  Goal,
  Instant,
  Light,
  OrganisationStep,
  Phase,
  ProblemState,
  Role,
  SpotCheckStep,
} from '@app/domain';
import type { ApiClient } from './api-client';

/** A campaign with its clock and its rounds. */
export interface CampaignView {
  readonly id: string;
  readonly key: string;
  readonly step: string;
  readonly clock: ClockView;
  readonly rounds: readonly { readonly year: number; readonly status: string }[];
}

export interface ClockView {
  readonly now: Instant;
  readonly standing: boolean;
  readonly heldSince: Instant | null;
  readonly holdsAt: Instant | null;
  /** Nothing of what is due at the clock's instant is under way any more. */
  readonly settled: boolean;
}

/** What the lists of both kinds of runs have. */
export interface RunView {
  readonly id: string;
  readonly year: number;
  readonly since: Instant;
  readonly version: number;
}

/** A branch's year in a list. */
export interface BranchRunView extends RunView {
  readonly branchId: string;
  readonly branchCode: string;
  readonly organisationCode: string;
  readonly mode: BranchRunMode;
  readonly phase: Phase;
  readonly step: BranchStep;
  readonly attempt: number;
  readonly light: string | null;
}

/** An organisation's year in a list. */
export interface OrganisationRunView extends RunView {
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly step: OrganisationStep;
}

export interface DocumentView {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly no: number;
  readonly digest: string;
  readonly frozenAt: Instant | null;
}

export interface ProblemView {
  readonly id: string;
  readonly state: ProblemState;
  readonly version: number;
}

export interface SpotCheckView {
  readonly id: string;
  readonly year: number;
  readonly no: number;
  readonly step: SpotCheckStep;
  readonly since: Instant;
}

export interface RecheckView {
  readonly id: string;
  readonly spotCheckId: string;
  readonly branchCode: string;
  readonly documentId: string | null;
  readonly verdict: string | null;
}

/** A round with its name and the date by which branches are assessed. */
export interface RoundLineView {
  readonly id: string;
  readonly year: number;
  readonly name: string;
  readonly assessBy: CivilDate;
}

export interface PublicationView {
  readonly id: string;
  readonly year: number;
  readonly openedAt: Instant;
  readonly endsOn: string;
  readonly recognised: boolean;
}

/** Organisation × phase with lights, and the goal once for the whole. */
export interface OverviewView {
  readonly year: number;
  readonly organisations: readonly {
    readonly code: string;
    readonly name: string;
    readonly phases: Readonly<Record<string, number>>;
    readonly lights: Readonly<Record<string, number>>;
    readonly goal: Goal;
  }[];
  readonly goal: Goal;
}

/** Why a branch stands where it does. */
export interface ExplanationView {
  readonly branch: { readonly code: string; readonly name: string };
  readonly year: number;
  readonly phase: Phase;
  readonly step: BranchStep;
  readonly since: Instant;
  readonly light: Light | null;
  readonly waitingOn: { readonly role: Role; readonly persons: readonly string[] } | null;
  readonly nextNeededOn: CivilDate | null;
}

/** One fact of a run's stream. */
export interface TimelineView {
  readonly recordedAt: Instant;
  readonly type: string;
  readonly title: string;
  readonly titleEn: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What an actor looks at before he acts; each list comes whole. */
export class Reads {
  private people: Promise<Map<string, string>> | undefined;

  constructor(
    private readonly api: ApiClient,
    readonly campaignId: string,
    /** A login that may see the whole campaign. */
    private readonly login: string,
  ) {}

  campaign(): Promise<CampaignView> {
    return this.api.get(this.login, `/campaigns/${this.campaignId}`);
  }

  branchRuns(year: number): Promise<BranchRunView[]> {
    return this.api.list(this.login, `/branch-runs?year=${year}`);
  }

  organisationRuns(year: number): Promise<OrganisationRunView[]> {
    return this.api.list(this.login, `/organisation-runs?year=${year}`);
  }

  /** The newest document of a kind that a run has. */
  async newest(run: 'branch-runs' | 'organisation-runs', runId: string, kind: DocumentKind): Promise<DocumentView> {
    const documents = await this.api.list<DocumentView>(this.login, `/${run}/${runId}/documents`);
    const [newest] = documents.filter((document) => document.kind === kind).sort((a, b) => b.no - a.no);
    if (!newest) throw new Error(`run ${runId} has no ${kind}`);
    return newest;
  }

  overview(year: number): Promise<OverviewView> {
    return this.api.get(this.login, `/campaigns/${this.campaignId}/overview?year=${year}`);
  }

  explain(branchRunId: string): Promise<ExplanationView> {
    return this.api.get(this.login, `/branch-runs/${branchRunId}/explain`);
  }

  timeline(run: 'branch-runs' | 'organisation-runs', runId: string): Promise<TimelineView[]> {
    return this.api.list(this.login, `/${run}/${runId}/timeline`);
  }

  problems(branchRunId: string): Promise<ProblemView[]> {
    return this.api.list(this.login, `/branch-runs/${branchRunId}/problems`);
  }

  /** Id of a person by the code of the roster. */
  async personId(code: string): Promise<string> {
    this.people ??= this.api
      .list<{ id: string; code: string }>(this.login, '/people')
      .then((people) => new Map(people.map((person) => [person.code, person.id])));
    const id = (await this.people).get(code);
    if (!id) throw new Error(`nobody is called ${code}`);
    return id;
  }

  spotChecks(year: number): Promise<SpotCheckView[]> {
    return this.api.list(this.login, `/spot-checks?year=${year}`);
  }

  rechecks(spotCheckId: string): Promise<RecheckView[]> {
    return this.api.list(this.login, `/rechecks?spotCheckId=${spotCheckId}`);
  }

  /** Digest of a list that is generated from what stands now: who hands it over names it. */
  generated(login: string, path: string): Promise<{ readonly digest: string }> {
    return this.api.get(login, path);
  }

  /** The filing under way of an organisation's year. */
  async filingOf(organisationRunId: string): Promise<string> {
    const filings = await this.api.list<{ id: string; no: number }>(
      this.login,
      `/filings?organisationRunId=${organisationRunId}`,
    );
    const [newest] = filings.sort((a, b) => b.no - a.no);
    if (!newest) throw new Error(`run ${organisationRunId} has no filing`);
    return newest.id;
  }

  rounds(): Promise<RoundLineView[]> {
    return this.api.list(this.login, '/rounds');
  }

  async roundId(year: number): Promise<string> {
    const round = (await this.rounds()).find((item) => item.year === year);
    if (!round) throw new Error(`there is no round ${year}`);
    return round.id;
  }

  publications(year: number): Promise<PublicationView[]> {
    return this.api.list(this.login, `/publications?year=${year}`);
  }
}
