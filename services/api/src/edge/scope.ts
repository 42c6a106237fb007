import { DomainError, ORGANISATION } from '@app/domain';
import type { Scope, SlipSight } from '@app/persistence';
import type { Speaker } from './speaker';

/** What of a campaign the speaker may see, by the bodies of the offices that permit what he asks. */
export function scopeOf(speaker: Speaker, campaignId: string): Scope {
  const offices = speaker.offices.filter((office) => office.campaignId === campaignId);
  const idsOf = (kind: string) => offices.filter(({ bodyKind }) => bodyKind === kind).map(({ bodyId }) => bodyId);
  if (idsOf('committee').length > 0) return { kind: 'all' };
  const parts = [
    { kind: 'area', ids: idsOf('area') },
    { kind: 'organisations', ids: idsOf('organisation') },
    { kind: 'branches', ids: idsOf('branch') },
  ] as const;
  const of = parts.filter(({ ids }) => ids.length > 0);
  // a part alone is looked for by its index; behind an OR every row would be asked whether it belongs
  return of.length === 1 ? of[0] : { kind: 'any', of };
}

/** Which slips he may see: drafts of an organisation only as its officer. */
export function slipSightOf(speaker: Speaker, campaignId: string): SlipSight {
  const commands = speaker.offices.filter(({ role }) => ORGANISATION.includes(role)).map(({ bodyId }) => bodyId);
  return { scope: scopeOf(speaker, campaignId), commands };
}

/** The campaign a list is about: the one that is named, else the one the speaker belongs to. */
export function campaignOf(speaker: Speaker, named: string | undefined): string {
  const campaignId = named ?? speaker.identity.campaignId;
  if (!campaignId) throw new DomainError('invalid-input', '请写明专项工作', { pointer: '/query/campaignId' });
  if (!speaker.offices.some((office) => office.campaignId === campaignId)) {
    throw new DomainError('not-in-scope', '不在所任岗位的范围内', { permission: speaker.permission });
  }
  return campaignId;
}

/** Refuses whoever sees only a part of the campaign: some lists are of every branch or of none. */
export function assertSeesWhole(speaker: Speaker, campaignId: string): void {
  if (scopeOf(speaker, campaignId).kind === 'all') return;
  throw new DomainError('not-in-scope', '此清单只供工委查阅', { permission: speaker.permission });
}
