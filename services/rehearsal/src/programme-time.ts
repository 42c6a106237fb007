import { setTimeout as pause } from 'node:timers/promises';
import { type Instant, shanghaiTimeOf } from '@app/domain';
import { type ApiClient, Refused } from './api-client';
import { ClockWatch } from './clock-watch';
import { Halt } from './halt';
import { isQuiet, type RoundView } from './quiet';
import type { CampaignView, Reads } from './reads';
import type { Word } from './words';

const LOOK_EVERY_MS = 80;
/** Real time after which a campaign that does not come to rest is a fault and not an outage. */
const LONGEST_UNREST_MS = 300_000;

/** The campaign and its rounds, all at one moment at which nothing is under way. */
export interface Rest {
  readonly campaign: CampaignView;
  readonly rounds: ReadonlyMap<number, RoundView>;
}

/** Who lets time go on, and how. */
export interface Driving {
  /** A login that may hold and release the clock. */
  readonly officer: string;
  /** Key of the campaign. */
  readonly seed: string;
  /** Is told what keeps the rehearsal waiting. */
  readonly tell: (word: Word) => void;
  readonly patienceMs?: number;
}

/** Lets a rehearsal's time go on to an instant and waits until all that is due by then is done. */
export class ProgrammeTime {
  /** Rounds that are closed do not change any more. */
  private readonly closed = new Map<number, RoundView>();

  private readonly watch: ClockWatch;

  constructor(
    private readonly api: ApiClient,
    private readonly reads: Reads,
    private readonly by: Driving,
  ) {
    this.watch = new ClockWatch(by.seed, by.tell);
  }

  /** Goes on to `until`, however often it was begun; a clock that stands later already is left there. */
  async goTo(until: Instant): Promise<Rest> {
    const at = shanghaiTimeOf(until);
    const what: Word = [`时钟停在 ${at}`, `the clock stands at ${at}`];
    const { clock, id } = await this.until(
      (view) => view.clock.standing,
      () => what,
    );
    if (clock.now < until) await this.release(id, clock.now, until);
    await this.until(
      ({ clock: { now, standing } }) => standing && now >= until,
      () => what,
    );
    return this.rest();
  }

  /** Ends with the reason where the clock is not where it was left: what failed since then is no fault of its own. */
  async checkClock(): Promise<void> {
    this.watch.isFree(await this.reads.campaign());
  }

  /** Waits until no rung is due and every run has heard what it was told. */
  async rest(): Promise<Rest> {
    const rounds = new Map(this.closed);
    let what: Word;
    const campaign = await this.until(
      async (view) => {
        what = ['到期的事项都已处理', 'all that is due is done'];
        if (!view.clock.settled) return false;
        for (const { year, status } of view.rounds) {
          if (this.closed.has(year)) continue;
          const round = await this.round(year, status);
          what = [`${year} 年度的告知都已收到`, `every run of ${year} has heard what it was told`];
          if (!isQuiet(round)) return false;
          rounds.set(year, round);
          if (status === 'closed') this.closed.set(year, round);
        }
        return true;
      },
      () => what,
    );
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

  private async release(id: string, from: Instant, until: Instant): Promise<void> {
    const key = `${this.by.seed}/release/${from}/${until}`;
    try {
      await this.api.post(this.by.officer, `/campaigns/${id}/release`, { key, body: { until } });
    } catch (error) {
      if (error instanceof Refused) await this.checkClock(); // somebody else was quicker
      throw error;
    }
    this.watch.letGo(until);
  }

  /** Time during which somebody holds the clock does not count. */
  private async until(
    holds: (campaign: CampaignView) => boolean | Promise<boolean>,
    what: () => Word,
  ): Promise<CampaignView> {
    for (let begun = performance.now(); ; await pause(LOOK_EVERY_MS)) {
      const campaign = await this.reads.campaign();
      if (!this.watch.isFree(campaign)) begun = performance.now();
      else if (await holds(campaign)) return campaign;
      if (performance.now() - begun > (this.by.patienceMs ?? LONGEST_UNREST_MS)) throw this.inVain(what());
    }
  }

  private inVain([zh, en]: Word): Halt {
    return new Halt('in-vain', [
      `演练 ${this.by.seed} 久等不到：${zh}。原因见 worker 日志`,
      `The rehearsal ${this.by.seed} waited in vain until ${en}; the worker's log says why`,
    ]);
  }
}
