import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { checkMailAddress, DomainError } from '@app/domain';
import {
  CampaignClockEntity,
  forgetMailAddress,
  lastDeliveryOf,
  MailAddressEntity,
  setMailAddress,
} from '@app/persistence';
import { Clock } from '@app/platform';
import { RequestKeys } from '../edge/keys/request-keys';
import type { Speaker } from '../edge/speaker';
import type { SetMailAddress } from './me.dto';

/** Injection token: whether this service sends mails at all. */
export const SENDS_MAIL = Symbol('SendsMail');

/** Where the asker wants his notices by mail; nothing of a rehearsal leaves. */
@Injectable()
export class MailAddress {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: RequestKeys,
    private readonly clock: Clock,
    @Inject(SENDS_MAIL) private readonly isAvailable: boolean,
  ) {}

  async read({ identity: { personId, campaignId } }: Speaker) {
    const { manager: m } = this.dataSource;
    const clock = campaignId ? await m.findOneBy(CampaignClockEntity, { campaignId }) : null;
    const isAvailable = this.isAvailable && clock?.rehearsal === false;
    const kept = personId ? await m.findOneBy(MailAddressEntity, { personId }) : null;
    const { address = null, wish = null, since = null } = kept ?? {};
    return {
      isAvailable,
      address,
      wish,
      since,
      last: personId ? await lastDeliveryOf(m, personId) : null,
    };
  }

  set(speaker: Speaker, { address, wish }: SetMailAddress) {
    const { campaignId } = speaker.identity;
    return this.keys.noting(speaker, { campaignId, id: null }, async () => {
      const personId = personOf(speaker);
      checkMailAddress(address);
      return this.keys.once(speaker.request, async (m) => {
        const since = this.clock.now();
        await setMailAddress(m, { personId, address, wish, since });
        return { wish, since }; // the answer is kept under its key for longer than the address
      });
    });
  }

  forget(speaker: Speaker) {
    const { campaignId, personId } = speaker.identity;
    return this.keys.noting(speaker, { campaignId, id: null }, () =>
      this.keys.once(speaker.request, async (m) => {
        if (personId) await forgetMailAddress(m, personId, this.clock.now());
        return { address: null };
      }),
    );
  }
}

function personOf({ identity: { personId } }: Speaker): string {
  if (personId) return personId;
  throw new DomainError('forbidden', '此账号不对应名册中的人员，没有自己的通知', {});
}
