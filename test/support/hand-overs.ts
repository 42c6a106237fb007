import { branchWorkflowId, campaignWorkflowId, organisationWorkflowId, spotCheckWorkflowId } from '@app/contracts';
import { Not } from 'typeorm';
import { addDays, type OrganisationKind, type Role, type Verdict } from '@app/domain';
import {
  BranchRunEntity,
  CampaignEntity,
  dispositionList,
  idOf,
  inTransaction,
  programmeOf,
  PublicationEntity,
  publicationList,
  RecheckEntity,
  saveDraft,
  SpotCheckEntity,
} from '@app/persistence';
import { numberIn } from '../../services/rehearsal/src/paper-number';
import type { BranchWithRun, HandOverWorld, NamedDraft, Officeholder, Said } from './branch-hand-overs';
import { eventually } from './eventually';
import { OrganisationHandOvers } from './organisation-hand-overs';
import { present } from './present';
import { BELOW_THE_MARK, SHEET } from './sheets';

/** A year from the opening of its round to its closing: besides the branches', what the organisation and the committee do. */
export class HandOvers extends OrganisationHandOvers {
  static async of(world: HandOverWorld, year = 2020): Promise<HandOvers> {
    const { dataSource, campaignId } = world;
    const { campaignKey } = world.campaign.setting;
    const holders = async (role: Role, bodyId: string): Promise<Officeholder[]> => {
      const rows = await dataSource.query<{ personId: string }[]>(
        'SELECT person_id AS personId FROM offices WHERE role = ? AND body_id = ? ORDER BY id',
        [role, bodyId],
      );
      return rows.map(({ personId }) => ({ role, personId }));
    };
    const holder = async (role: Role, bodyId: string) => present((await holders(role, bodyId))[0]);
    const rows = await dataSource.query<BranchWithSuperior[]>(
      `SELECT b.id, b.code, o.id AS organisationId, o.code AS organisation, o.kind
         FROM branches b JOIN organisations o ON o.id = b.organisation_id WHERE b.campaign_id = ? ORDER BY b.code`,
      [campaignId],
    );
    const { organisationId, organisation, kind } = present(rows[0]);
    const committee = await holders('committee-officer', campaignId);
    const branches: BranchWithRun[] = [];
    for (const { id, code } of rows) {
      const runId = idOf(campaignId, 'branch-run', id, year);
      const workflowId = branchWorkflowId(campaignKey, code, year);
      branches.push({ id, code, runId, workflowId, secretary: await holder('branch-secretary', id) });
    }
    return new HandOvers(world, {
      year,
      organisationId,
      organisationRunId: idOf(campaignId, 'organisation-run', organisationId, year),
      organisationWorkflowId: organisationWorkflowId(campaignKey, organisation, year),
      branches,
      committee,
      officer: kind === 'direct-branch' ? present(committee[0]) : await holder('organisation-officer', organisationId),
      recorder: await holder('party-group-recorder', organisationId),
      assessors: await holders('assessor', organisationId),
      dimensions: (await programmeOf(dataSource.manager, campaignId)).dimensions,
    });
  }

  get campaignWorkflowId(): string {
    return campaignWorkflowId(this.world.campaign.setting.campaignKey);
  }

  async dissolve({ runId, workflowId }: BranchWithRun): Promise<void> {
    const { remarksId: reasonId, digest } = await this.remark(runId, 'dissolve');
    const input = { reasonId, digest, documentNumber: '苏委工〔2020〕撤字1号' };
    await this.say(present(this.committee[0]), workflowId, { name: 'dissolveBranch', input });
  }

  async untilSpotCheckIs(no: number, step: string): Promise<void> {
    const { campaignId, dataSource } = this.world;
    const id = idOf(campaignId, 'spot-check', no);
    await eventually(
      async () => (await dataSource.manager.findOneBy(SpotCheckEntity, { id }))?.step === step,
      `spot check ${no} is ${step}`,
    );
  }

  /** The committee opens the round, or it has opened by itself on its first day, as the programme says. */
  async openRound(branches = this.branches.length): Promise<void> {
    await eventually(async () => {
      const campaign = await this.world.dataSource.manager.findOneBy(CampaignEntity, { id: this.world.campaignId });
      return campaign?.step === 'running';
    }, 'the campaign runs');
    await this.goTo(this.now);
    const { rounds } = await programmeOf(this.world.dataSource.manager, this.world.campaignId);
    if (rounds.find(({ year }) => year === this.year)?.opens !== 'automatic') {
      await this.say(present(this.committee[0]), this.campaignWorkflowId, {
        name: 'openRound',
        input: { year: this.year },
      });
    }
    await this.untilOrganisationIs('planning');
    await eventually(async () => {
      const { manager } = this.world.dataSource;
      return (await manager.countBy(BranchRunEntity, { year: this.year, step: Not('opening') })) === branches;
    }, 'every branch run is opened');
  }

  /** A spot check by two persons, whose rechecks uphold; publication and recognition. */
  async drawAndRecognise(no: number, registered = this.branches): Promise<void> {
    await this.inspect(no, registered, { verdict: 'upheld' });
    await this.publishAndRecognise(no, registered);
  }

  /** The result of a recheck by the first of two, a pass that is overturned with a reason and confirmed by the second. */
  async recheck(
    no: number,
    { id: recheckId }: Pick<RecheckEntity, 'id'>,
    { verdict, by: [first, second] = this.pair, stated }: Rechecked,
  ): Promise<void> {
    const sheet = await this.concludeRecheck(no, recheckId, { verdict, by: first, stated });
    if (verdict === 'upheld') return;
    await this.openSheet(sheet, second);
    const input = { recheckId, digest: sheet.digest };
    await this.say(second, this.spotCheckWorkflowId(no), { name: 'confirmRecheck', input });
  }

  /** A pass is found not to hold, and who found it takes it back. */
  async takeBackRecheck(no: number, { id: recheckId }: Pick<RecheckEntity, 'id'>): Promise<void> {
    const [by] = this.pair;
    const { documentId, digest: sheetDigest } = await this.concludeRecheck(no, recheckId, {
      verdict: 'overturned',
      by,
    });
    const remarks = await this.remark(recheckId, `${documentId} taken back`);
    await this.say(by, this.spotCheckWorkflowId(no), {
      name: 'returnRecheck',
      input: { recheckId, sheetDigest, ...remarks },
    });
  }

  private async concludeRecheck(
    no: number,
    recheckId: string,
    { verdict, by, stated }: { readonly verdict: Verdict; readonly by: Officeholder } & Pick<Said, 'stated'>,
  ): Promise<NamedDraft> {
    const { dataSource } = this.world;
    const { documentId } = await dataSource.manager.findOneByOrFail(RecheckEntity, { id: recheckId });
    const body = { ...(verdict === 'upheld' ? SHEET : BELOW_THE_MARK), remark: '复核' };
    const draft = { documentId: documentId ?? '', body, authorId: by.personId, savedAt: this.now };
    const { digest, no: savings } = await inTransaction(dataSource, (m) =>
      saveDraft(m, { ...draft, check: () => undefined }),
    );
    const reason = await this.remark(recheckId, `reason ${savings}`);
    const why = verdict === 'overturned' ? { reasonId: reason.remarksId, reasonDigest: reason.digest } : {};
    const input = { recheckId, digest, verdict, ...why };
    await this.say(by, this.spotCheckWorkflowId(no), { name: 'concludeRecheck', input, stated });
    return { documentId: draft.documentId, digest };
  }

  private get pair(): readonly [Officeholder, Officeholder] {
    return this.committee.map(present) as [Officeholder, Officeholder];
  }

  private spotCheckWorkflowId(no: number): string {
    return spotCheckWorkflowId(this.world.campaign.setting.campaignKey, no);
  }

  /** A spot check by two persons, up to the branches that it draws; answers its id. */
  async drawSpotCheck(no: number): Promise<string> {
    const [officer, other] = this.pair;
    await this.say(officer, this.campaignWorkflowId, { name: 'orderSpotCheck', input: { year: this.year } });
    await this.untilSpotCheckIs(no, 'ordered');
    await this.say(officer, this.spotCheckWorkflowId(no), { name: 'freezeSpotCheck' });
    await this.say(other, this.spotCheckWorkflowId(no), { name: 'revealSpotCheck' });
    return idOf(this.world.campaignId, 'spot-check', no);
  }

  /** A spot check of which every recheck has this verdict. */
  async inspect(
    no: number,
    registered: readonly BranchWithRun[],
    { verdict, before, stated }: Inspected,
  ): Promise<void> {
    const spotCheckId = await this.drawSpotCheck(no);
    for (const recheck of await this.world.dataSource.manager.findBy(RecheckEntity, { spotCheckId })) {
      await this.untilBranchesAre(
        'rechecking',
        registered.filter(({ id }) => id === recheck.branchId),
      );
      await before?.(recheck);
      await this.recheck(no, recheck, { verdict, stated });
    }
  }

  /** The committee publishes whom no recheck overturned, and recognises them once the days of publication are over. */
  async publishAndRecognise(no: number, registered: readonly BranchWithRun[]): Promise<void> {
    const { campaignId, dataSource } = this.world;
    const { manager } = dataSource;
    const { year } = this;
    const officer = present(this.committee[0]);
    await this.untilBranchesAre('publication-waiting', registered);
    const publications = await manager.countBy(PublicationEntity, { campaignId });
    const { digest } = await publicationList(manager, { campaignId, year, no: publications + 1 });
    await this.say(officer, this.campaignWorkflowId, { name: 'openPublication', input: { year, digest } });
    await this.untilBranchesAre('published', registered);
    const { id: publicationId, endsOn } = await manager.findOneByOrFail(PublicationEntity, { digest });
    await this.goTo(`${addDays(endsOn, 1)}T02:00:00.000Z`);
    const decidedOn = addDays(endsOn, 1);
    const decision = { publicationId, documentNumber: numberIn(decidedOn, { of: '苏委工', year, no }), decidedOn };
    await this.say(officer, this.campaignWorkflowId, { name: 'recordRecognition', input: decision });
    await this.untilBranchesAre('recognised', registered);
  }

  /** The closing decision of the round. */
  async closeRound(branches = this.branches): Promise<void> {
    const { campaignId, dataSource } = this.world;
    const { year } = this;
    const { digest } = await dispositionList(dataSource.manager, { campaignId, year });
    const closing = { year, digest, documentNumber: `苏委工〔${year}〕结字1号` };
    await this.say(present(this.committee[0]), this.campaignWorkflowId, { name: 'closeRound', input: closing });
    await this.untilBranchesAre('closed', branches);
    await this.untilOrganisationIs('closed');
  }
}

interface BranchWithSuperior {
  readonly id: string;
  readonly code: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly kind: OrganisationKind;
}

/** How a recheck ends: by two of the committee, the first two where none are named. */
export interface Rechecked extends Pick<Said, 'stated'> {
  readonly verdict: Verdict;
  readonly by?: readonly [Officeholder, Officeholder];
}

/** How every recheck of a spot check ends, and what comes before each. */
export interface Inspected extends Pick<Said, 'stated'> {
  readonly verdict: Verdict;
  readonly before?: (recheck: RecheckEntity) => Promise<void>;
}
