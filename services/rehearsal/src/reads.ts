import type { DocumentKind } from '@app/domain';
import type { components } from '../../console/src/api/schema';
import type { ApiClient } from './api-client';

type Answers = components['schemas'];

/** What the API answers, as its description says. */
export type CampaignView = Answers['Campaign'];
export type BranchRunView = Answers['BranchRunLine'];
export type OrganisationRunView = Answers['OrganisationRunLine'];
export type DocumentView = Answers['DocumentLine'];
export type ProblemView = Answers['ProblemLine'];
export type SpotCheckView = Answers['SpotCheckLine'];
export type RecheckView = Answers['Recheck'];
export type RoundLineView = Answers['Round'];
export type SlipView = Answers['SlipLine'];
export type PublicationView = Answers['Publication'];
export type OverviewView = Answers['Overview'];
export type ExplanationView = Answers['BranchExplanation'];
export type TimelineView = Answers['TimelineLine'];

/** What the lists of both kinds of runs have. */
export type RunView = Pick<BranchRunView | OrganisationRunView, 'id' | 'year' | 'since' | 'version'>;

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

  /** Every slip of the campaign, the newest first. */
  slips(): Promise<SlipView[]> {
    return this.api.list(this.login, '/slips');
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

  /** Digest of a list: who hands it over or decides on it names it. */
  list(login: string, path: string): Promise<{ readonly digest: string }> {
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
