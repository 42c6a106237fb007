import type {
  BranchRunMode,
  BranchStep,
  DocumentKind,
  Instant,
  OrganisationStep,
  Phase,
  ProblemState,
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

/** A branch's year in a list. */
export interface BranchRunView {
  readonly id: string;
  readonly year: number;
  readonly branchId: string;
  readonly branchCode: string;
  readonly organisationCode: string;
  readonly mode: BranchRunMode;
  readonly phase: Phase;
  readonly step: BranchStep;
  readonly since: Instant;
  readonly attempt: number;
  readonly version: number;
  readonly light: string | null;
}

export interface OrganisationRunView {
  readonly id: string;
  readonly year: number;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly step: OrganisationStep;
  readonly since: Instant;
  readonly version: number;
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

export interface PublicationView {
  readonly id: string;
  readonly year: number;
  readonly openedAt: Instant;
  readonly endsOn: string;
  readonly recognised: boolean;
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

  async roundId(year: number): Promise<string> {
    const rounds = await this.api.list<{ id: string; year: number }>(this.login, '/rounds');
    const round = rounds.find((item) => item.year === year);
    if (!round) throw new Error(`there is no round ${year}`);
    return round.id;
  }

  publications(year: number): Promise<PublicationView[]> {
    return this.api.list(this.login, `/publications?year=${year}`);
  }
}
