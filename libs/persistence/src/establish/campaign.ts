import type { EntityManager } from 'typeorm';
import {
  type CampaignSetting,
  DomainError,
  type Instant,
  isInstant,
  type Roster,
  shanghaiDateOf,
  UNOPENED_CAMPAIGN,
} from '@app/domain';
import { digestOf } from '../record/digest';
import { appendEvent, readStream } from '../record/event-log';
import { campaignStream, idOf } from '../record/ids';
import { importedEvent, type OwningCampaign } from '../record/imported-event';
import { CampaignEntity } from '../tables/campaign.entity';
import { ProgrammeEntity } from '../tables/programme.entity';
import { publishedProgramme } from './programme';
import { type ImportedRoster, importRoster } from './roster';

/** What a campaign is established with. */
export interface Establishment {
  /** Names it in workflow ids and on the command line. */
  readonly key: string;
  readonly name: string;
  /** The programme's key; its newest published version unless one is named. */
  readonly programme: string;
  readonly programmeVersion?: string;
  readonly roster: Roster;
  /** Only a rehearsal has these: its seed, the programme instant it starts at, programme ms for each real ms. */
  readonly rehearsal?: { readonly seed: string; readonly anchorProgramme: Instant; readonly rate: number };
}

/** A established campaign: what its workflow is started with. */
export interface EstablishedCampaign {
  readonly setting: CampaignSetting;
  readonly establishedAt: Instant;
  readonly roster: ImportedRoster;
  /** False where the same campaign stood there already. */
  readonly isNew: boolean;
}

/**
 * Writes a campaign's row (opening), its clock and its roster, whole or not at all. A rehearsal's clock stands at its
 * first instant until it is released; a real one runs with real time. The same establishment again changes nothing;
 * another one under the same key is refused (`already-exists`).
 */
export async function establishCampaign(
  m: EntityManager,
  establishment: Establishment,
  at: Instant,
): Promise<EstablishedCampaign> {
  checkEstablishment(establishment);
  const { key, name, rehearsal } = establishment;
  const {
    id: programmeId,
    digest,
    programme,
  } = await publishedProgramme(m, establishment.programme, establishment.programmeVersion);
  const campaignId = rehearsal ? idOf('campaign', key, rehearsal.seed) : idOf('campaign', key);
  const setting: CampaignSetting = {
    campaignId,
    campaignKey: key,
    programmeVersion: programme.version,
    years: programme.rounds.map(({ year }) => year),
    publicationWorkdays: programme.publicationWorkdays,
  };
  const anchor = rehearsal?.anchorProgramme ?? at;
  await insertCampaign(m, { establishment, setting, programmeId, anchor });
  const stated = digestOf({ name, programme: digest, rehearsal: rehearsal ?? null });
  const establishedAt = await establishedBefore(m, key, stated);
  const campaign: OwningCampaign = { campaignId, campaignKey: key, programmeVersion: programme.version };
  const written = { recordedAt: establishedAt ?? anchor, writtenAt: at };
  const roster = await importRoster(
    m,
    { campaign, roster: establishment.roster, validFrom: shanghaiDateOf(written.recordedAt) },
    written,
  );
  if (establishedAt) return { setting, establishedAt, roster, isNew: false };
  const clock = {
    rehearsal: rehearsal !== undefined,
    anchorReal: at,
    anchorProgramme: anchor,
    rate: rehearsal?.rate ?? 1,
    heldSince: rehearsal ? anchor : null,
  };
  await m.query(
    `INSERT INTO campaign_clocks (campaign_id, rehearsal, anchor_real, anchor_programme, rate, held_since)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [
      campaignId,
      clock.rehearsal ? 1 : 0,
      new Date(at),
      new Date(anchor),
      clock.rate,
      clock.heldSince ? new Date(clock.heldSince) : null,
    ],
  );
  const payload = { ...clock, establishment: stated, programmeId, programmeDigest: digest };
  const event = {
    stream: clockStream(key),
    type: 'clock-set' as const,
    operationKey: `established/${stated}`,
    payload,
  };
  await appendEvent(m, importedEvent(event, written, campaign));
  return { setting, establishedAt: anchor, roster, isNew: true };
}

/** A campaign as the command line lists it. */
export interface CampaignLine {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly programme: string;
  readonly programmeVersion: string;
  readonly step: string;
  readonly rehearsal: boolean;
  readonly seed: string | null;
  readonly establishedAt: Instant;
  /** The years of its rounds that are open. */
  readonly openRounds: readonly number[];
}

/** All campaigns, the oldest first. */
export async function listCampaigns(m: EntityManager): Promise<CampaignLine[]> {
  const rows = await m.find(CampaignEntity, { order: { establishedAt: 'ASC', key: 'ASC' } });
  const programmes = await m.find(ProgrammeEntity, { select: { id: true, key: true } });
  const programmeKeys = new Map(programmes.map(({ id, key }) => [id, key]));
  return rows.map(({ id, key, name, programmeId, programmeVersion, step, rehearsal, seed, establishedAt, state }) => ({
    id,
    key,
    name,
    programme: programmeKeys.get(programmeId) ?? '',
    programmeVersion,
    step,
    rehearsal,
    seed,
    establishedAt,
    openRounds: state.rounds.filter(({ status }) => status === 'open').map(({ year }) => year),
  }));
}

/** The campaign of a key; `not-found` without. */
export async function campaignOf(m: EntityManager, key: string): Promise<OwningCampaign> {
  const [row] = await m.query<
    {
      id: string;
      programme_version: string;
    }[]
  >('SELECT id, programme_version FROM campaigns WHERE campaign_key = ?', [key]);
  if (!row) throw new DomainError('not-found', `没有专项工作 ${key}`, { campaign: key });
  return { campaignId: row.id, campaignKey: key, programmeVersion: row.programme_version };
}

const clockStream = (key: string) => `clock:${key}`;

/** Inserts the row, or waits for whoever inserts the same and keeps it locked. */
async function insertCampaign(
  m: EntityManager,
  {
    establishment,
    setting,
    programmeId,
    anchor,
  }: {
    readonly establishment: Establishment;
    readonly setting: CampaignSetting;
    readonly programmeId: string;
    readonly anchor: Instant;
  },
): Promise<void> {
  const { key, name, rehearsal } = establishment;
  await m.query(
    `INSERT INTO campaigns (id, workflow_id, campaign_id, programme_version, version, step, since, setting, state,
       campaign_key, name, programme_id, rehearsal, seed, established_at)
     VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE id = campaigns.id`,
    [
      setting.campaignId,
      campaignStream(key),
      setting.campaignId,
      setting.programmeVersion,
      UNOPENED_CAMPAIGN.step,
      new Date(UNOPENED_CAMPAIGN.since),
      JSON.stringify(setting),
      JSON.stringify(UNOPENED_CAMPAIGN),
      key,
      name,
      programmeId,
      rehearsal ? 1 : 0,
      rehearsal?.seed ?? null,
      new Date(anchor),
    ],
  );
}

/** The instant at which this very campaign was established before; undefined where it was not. */
async function establishedBefore(m: EntityManager, key: string, stated: string): Promise<Instant | undefined> {
  const [first] = await readStream(m, clockStream(key));
  if (!first) return undefined;
  const { establishment, anchorProgramme } = first.payload as { establishment: string; anchorProgramme: Instant };
  if (establishment === stated) return anchorProgramme;
  throw new DomainError('already-exists', `专项工作 ${key} 已经建立，名称、方案或演练设置不同`, { campaign: key });
}

const KEY = /^[a-z0-9][a-z0-9-]{0,39}$/;
const FASTEST = 100_000_000;

function checkEstablishment({ key, name, rehearsal }: Establishment): void {
  const refuse = (pointer: string, message: string): never => {
    throw new DomainError('invalid-input', message, { pointer });
  };
  if (!KEY.test(key)) refuse('/key', '编号须为小写字母、数字和连字符，最多 40 个');
  if (name.trim() === '' || [...name].length > 120) refuse('/name', '名称须为 1 至 120 字');
  if (!rehearsal) return;
  if (rehearsal.seed === '' || rehearsal.seed.length > 64) refuse('/rehearsal/seed', '演练种子须为 1 至 64 个字符');
  if (!(rehearsal.rate > 0 && rehearsal.rate <= FASTEST)) {
    refuse('/rehearsal/rate', `演练速度须大于 0，不超过 ${FASTEST}`);
  }
  const anchor = rehearsal.anchorProgramme;
  if (!isInstant(anchor)) {
    refuse('/rehearsal/anchorProgramme', '演练起点须为存在的时刻，写作 2020-04-17T01:00:00.000Z');
  }
}
