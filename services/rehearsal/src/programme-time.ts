import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '@app/domain';
import type { ApiClient } from './api-client';
import { isQuiet, type RoundView } from './quiet';
import type { CampaignView, Reads } from './reads';

const LOOK_EVERY_MS = 80;
/** Real time after which a campaign that does not come to rest is a fault and not an outage. */
const LONGEST_UNREST_MS = 300_000;

/** The campaign and its rounds, all at one moment at which nothing is under way. */
export interface Rest {
  readonly campaign: CampaignView;
  readonly rounds: ReadonlyMap<number, RoundView>;
}

/** Lets a rehearsal's time go on to an instant and waits until all that is due by then is done. */
export class ProgrammeTime {
  /** Rounds that are closed do not change any more. */
  private readonly closed = new Map<number, RoundView>();

  constructor(
    private readonly api: ApiClient,
    private readonly reads: Reads,
    private readonly by: { readonly officer: string; readonly seed: string },
  ) {}

  /** Goes on to `until`, however often it was begun; a clock that stands later already is left there. */
  async goTo(until: Instant): Promise<Rest> {
    const { clock, id } = await this.reads.campaign();
    if (clock.standing && clock.now < until) {
      const key = `${this.by.seed}/release/${clock.now}/${until}`;
      await this.api.post(this.by.officer, `/campaigns/${id}/release`, { key, body: { until } });
    }
    await this.until(({ clock: { now, standing } }) => standing && now >= until, `time stands at ${until}`);
    return this.rest();
  }

  /** Leaves time held where it stands, so that nothing but a release lets it go on. */
  async hold(): Promise<void> {
    const { clock, id } = await this.reads.campaign();
    if (clock.heldSince !== null) return;
    const { officer, seed } = this.by;
    await this.api.post(officer, `/campaigns/${id}/hold`, { key: `${seed}/hold/${clock.now}` });
  }

  /** Waits until no rung is due and every run has heard what it was told. */
  async rest(): Promise<Rest> {
    const rounds = new Map(this.closed);
    const campaign = await this.until(async (view) => {
      if (!view.clock.settled) return false;
      for (const { year, status } of view.rounds) {
        if (this.closed.has(year)) continue;
        const round = await this.round(year, status);
        if (!isQuiet(round)) return false;
        rounds.set(year, round);
        if (status === 'closed') this.closed.set(year, round);
      }
      return true;
    }, 'everything due is done');
    return { campaign, rounds };
  }

  /** The lists of one round. */
  async round(year: number, status: string): Promise<RoundView> {
    const [branches, organisations, checks, publications] = await Promise.all([
      this.reads.branchRuns(year),
      this.reads.organisationRuns(year),
      this.reads.spotChecks(year),
      this.reads.publications(year),
    ]);
    return { status, branches, organisations, checks, publications };
  }

  private async until(
    holds: (campaign: CampaignView) => boolean | Promise<boolean>,
    what: string,
  ): Promise<CampaignView> {
    for (const begun = performance.now(); ; await pause(LOOK_EVERY_MS)) {
      const campaign = await this.reads.campaign();
      if (await holds(campaign)) return campaign;
      if (performance.now() - begun > LONGEST_UNREST_MS) throw new Error(`waited in vain until ${what}`);
    }
  }
}
