import { type Instant, PERMISSIONS, ROLE_DEFINITIONS, shanghaiTimeOf } from '@app/domain';
import { LAST_STOP, STOPS } from './calendar';
import { Halt } from './halt';
import type { CampaignView } from './reads';
import type { Word } from './words';

/** What is seen of the campaign whose clock is watched. */
export type Watched = Pick<CampaignView, 'clock' | 'rounds'>;

/**
 * Sees to it that a rehearsal's clock stands or goes where the rehearsal let it go. Who else holds it is waited for; where
 * somebody else lets it go on, the actors miss their days, and the rehearsal ends.
 */
export class ClockWatch {
  /** Where the rehearsal last let the clock go; null as it was established. */
  private stop: Instant | null = null;
  private heldSince: Instant | null = null;

  constructor(
    private readonly key: string,
    private readonly tell: (word: Word) => void,
  ) {}

  /** The rehearsal itself let the clock go. */
  letGo(stop: Instant): void {
    this.stop = stop;
  }

  /** Whether nobody else holds the clock, which is told; throws a `Halt` where somebody let it go on. */
  isFree({ clock, rounds }: Watched): boolean {
    const { now, holdsAt } = clock;
    if (now >= LAST_STOP && rounds.length > 0 && rounds.every(({ status }) => status === 'closed')) return true;
    if (holdsAt === null) return true; // as it was established
    if (this.stop === null ? !STOPS.includes(holdsAt) : holdsAt !== this.stop) throw this.moved(now, holdsAt);
    this.stop = holdsAt;
    if (clock.heldSince !== this.heldSince) this.tell(clock.heldSince === null ? this.freed() : this.held(now));
    this.heldSince = clock.heldSince;
    return clock.heldSince === null;
  }

  private held(now: Instant): Word {
    const at = shanghaiTimeOf(now);
    return [
      `演练 ${this.key} 的时钟被停在 ${at}，放开后继续`,
      `The clock of the rehearsal ${this.key} is held at ${at}; it goes on when it is released`,
    ];
  }

  private freed(): Word {
    return [`演练 ${this.key} 的时钟已放开，继续`, `The clock of the rehearsal ${this.key} was released; it goes on`];
  }

  private moved(now: Instant, holdsAt: Instant): Halt {
    const roles = PERMISSIONS.releaseCampaign.roles.map((role) => ROLE_DEFINITIONS[role]);
    const [at, to] = [now, holdsAt].map(shanghaiTimeOf);
    const stop = this.stop && shanghaiTimeOf(this.stop);
    const zh = stop ? `它本应停在 ${stop}` : '它没有停在脚本的日子';
    const en = stop ? `it was to stop at ${stop}` : 'it was to stop on the days of the script';
    return new Halt('over', [
      `演练 ${this.key} 不能继续：有人用${roles.map((role) => role.zh).join('或')}的账号放开了时钟。${zh}，现在走到 ${at}，` +
        `将停在 ${to}，各岗位错过了办理的日子。要重新演练，请把数据文件夹移走后再启动`,
      `The rehearsal ${this.key} cannot go on: somebody released its clock with the account of a ` +
        `${roles.map((role) => role.en).join(' or ')}. Where ${en}, it is ${at} now and will stop at ${to}: ` +
        'the actors have missed their days. To rehearse anew, move the data folder away and start again',
    ]);
  }
}
