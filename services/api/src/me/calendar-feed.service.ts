import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '@app/domain';
import { CalendarFeedEntity, issueCalendarFeed, revokeCalendarFeed } from '@app/persistence';
import { Clock } from '@app/platform';
import { RequestKeys } from '../edge/keys/request-keys';
import type { Speaker } from '../edge/speaker';

const SHOWN_NOW = '地址只显示这一次；谁有这个地址，谁就能看到其中的时限，请勿转给他人';

/** What is kept of an answer that showed an address: that it was shown. */
export const ADDRESS_SHOWN = {
  address: null,
  notice: '地址已经显示过，不再显示；没有存下的，请另取一个',
} as const;

/** The secret address of the asker's own calendar: one at a time, kept as a hash, like a session's token in real time. */
@Injectable()
export class CalendarFeed {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: RequestKeys,
    private readonly clock: Clock,
  ) {}

  async read({ identity: { personId } }: Speaker): Promise<{ issuedAt: string | null }> {
    const feed = personId ? await this.dataSource.manager.findOneBy(CalendarFeedEntity, { personId }) : null;
    return { issuedAt: feed?.issuedAt ?? null };
  }

  /** A new address, which takes the place of the one before. */
  issue(speaker: Speaker) {
    const { campaignId } = speaker.identity;
    return this.keys.noting(speaker, { campaignId, id: null }, async () => {
      const personId = personOf(speaker);
      let address: string | null = null;
      const kept = await this.keys.once(speaker.request, async (m) => {
        const secret = randomBytes(32).toString('base64url');
        const issuedAt = this.clock.now();
        await issueCalendarFeed(m, { personId, secret, issuedAt });
        address = `/api/v1/calendar-feeds/${secret}.ics`;
        return { issuedAt, ...ADDRESS_SHOWN };
      });
      return address === null ? kept : { ...kept, address, notice: SHOWN_NOW };
    });
  }

  revoke(speaker: Speaker): Promise<{ issuedAt: null }> {
    const { campaignId, personId } = speaker.identity;
    return this.keys.noting(speaker, { campaignId, id: null }, () =>
      this.keys.once(speaker.request, async (m) => {
        if (personId) await revokeCalendarFeed(m, personId);
        return { issuedAt: null };
      }),
    );
  }
}

function personOf({ identity: { personId } }: Speaker): string {
  if (personId) return personId;
  throw new DomainError('forbidden', '此账号不对应名册中的人员，没有自己的时限', {});
}
