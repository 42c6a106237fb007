/** Checks every recognition against what it must rest on: gates, decision, filing, draw and publication. */
import { type EntityManager, type FindOptionsWhere, In, Not } from 'typeorm';
import { type CivilDate, evaluateGates, gateRefuses, type Programme, type PublicationList } from '@app/domain';
import type { BranchRunEntity } from '../tables/branch-run.entity';
import { registrationDates } from '../read/dated-events.queries';
import { frozenPopulationOf } from '../read/spot-check.queries';
import { DocumentEntity } from '../tables/document.entity';
import { DecisionEntity, FilingEntity } from '../tables/filing.entity';
import { PublicationEntity, RecognitionEntity } from '../tables/recognition.entity';
import { type Findings, placeOf } from './findings';
import { type BranchEvent, type BranchHistory, readHistory, isRecognised, lastOf } from './branch-history';
import type { CheckedRun } from './folded-rows';
import { FALSIFICATION, VetoEntity } from '../tables/veto.entity';

/**
 * No recognition without every [D] gate, a decision that lists the branch, its registered filing (or by silence), the
 * frozen population of its draw, and the publication it was recognised from (苏委工〔2020〕6号 三.4).
 */
export class RecognitionCheck {
  private readonly populations = new Map<string, ReadonlySet<string>>();
  private readonly published = new Map<string, ReadonlySet<string>>();
  private readonly recognitions = new Map<string, RecognitionEntity>();
  /** Of one batch only: branches of an organisation follow each other, and share these. */
  private readonly decisions = new Map<string, DecisionEntity>();
  private readonly filings = new Map<string, FilingEntity>();
  private readonly registrations = new Map<string, CivilDate | undefined>();
  private falsifications: readonly VetoEntity[] = [];

  constructor(
    private readonly m: EntityManager,
    private readonly programme: Programme,
  ) {}

  async check(findings: Findings, runs: readonly CheckedRun<BranchRunEntity>[]): Promise<void> {
    this.decisions.clear();
    this.filings.clear();
    this.registrations.clear();
    const recognised = runs.filter(isRecognised);
    await this.readFalsifications(recognised.map(({ row }) => row.branchId));
    for (const run of recognised) {
      findings.looked('recognitions');
      const history = await readHistory(this.m, run);
      const at = history.recorded.findIndex(({ happened }) => happened.type === 'branch-recognised');
      const event = history.recorded[at]?.event ?? run.events.at(-1);
      if (!event) continue;
      for (const fault of await this.faultsOf(history, history.recorded.slice(0, at + 1))) {
        findings.fault('recognitions', placeOf(event), fault);
      }
    }
  }

  private async faultsOf({ run }: BranchHistory, recorded: readonly BranchEvent[]): Promise<string[]> {
    if (recorded.length === 0) return ['行已认定，台账没有认定'];
    const { branchId } = run.row;
    const missing = await Promise.all([
      this.decisionFault(branchId, recorded),
      this.filingFault(recorded),
      this.drawFault(branchId, recorded),
      this.publicationFault(branchId, recorded),
    ]);
    return [...this.gateFaults(branchId, recorded), ...missing.flat()];
  }

  private gateFaults(branchId: string, recorded: readonly BranchEvent[]): string[] {
    const concluded = lastOf(recorded, 'assessment-concluded');
    const recognisedAt = lastOf(recorded, 'branch-recognised')?.at ?? '';
    const raised = this.falsifications.filter((one) => one.branchId === branchId && one.raisedAt <= recognisedAt);
    const outcomes = evaluateGates(this.programme, {
      selfApplied: lastOf(recorded, 'assessment-submitted') !== null,
      ballot: lastOf(recorded, 'ballot-closed')?.tally ?? null,
      superiorScore: concluded?.result === 'passed' ? concluded.score : null,
      openFalsification: raised.length,
      assessors: [],
      openMandatoryProblems: 0,
      openOtherVetoes: 0,
      published: true,
    });
    return outcomes.filter(({ mark, satisfied }) => mark === 'D' && !satisfied).map(({ message }) => message);
  }

  private async readFalsifications(branchIds: readonly string[]): Promise<void> {
    this.falsifications =
      branchIds.length === 0
        ? []
        : await this.m.findBy(VetoEntity, { branchId: In(branchIds), item: FALSIFICATION, state: Not('dismissed') });
  }

  private async decisionFault(branchId: string, recorded: readonly BranchEvent[]): Promise<string[]> {
    const decided = lastOf(recorded, 'branch-decided');
    const row = decided && (await this.found(DecisionEntity, this.decisions, decided.decisionId));
    if (!row) return ['认定之前没有党组（党委）研究决定'];
    return row.agreed.includes(branchId) ? [] : [`党组（党委）决定 ${row.number} 没有列入该党支部`];
  }

  private async filingFault(recorded: readonly BranchEvent[]): Promise<string[]> {
    const registered = lastOf(recorded, 'branch-registered');
    const row = registered && (await this.found(FilingEntity, this.filings, registered.filingId));
    if (!row || row.registeredAt === null) return ['认定之前没有登记的备案'];
    const decided = lastOf(recorded, 'branch-decided');
    return row.decisionId === decided?.decisionId ? [] : ['备案不是依据该党支部的决定'];
  }

  private async drawFault(branchId: string, recorded: readonly BranchEvent[]): Promise<string[]> {
    const drawn = recorded.findLast(
      ({ happened }) => happened.type === 'branch-drawn' || happened.type === 'branch-not-drawn',
    )?.happened;
    if (drawn?.type !== 'branch-drawn' && drawn?.type !== 'branch-not-drawn') return ['认定之前没有抽查'];
    const population = await this.populationOf(drawn.payload.spotCheckId);
    if (!population) return ['抽查没有封存的名单'];
    if (!population.has(branchId)) return ['抽查封存的名单中没有该党支部'];
    const isOpen =
      drawn.type === 'branch-drawn' && lastOf(recorded, 'recheck-upheld')?.recheckId !== drawn.payload.recheckId;
    return isOpen ? ['抽中而没有维持的复核结论'] : [];
  }

  private async publicationFault(branchId: string, recorded: readonly BranchEvent[]): Promise<string[]> {
    const recognised = lastOf(recorded, 'branch-recognised');
    const published = lastOf(recorded, 'branch-published');
    const row = recognised && (await this.found(RecognitionEntity, this.recognitions, recognised.recognitionId));
    if (!row || row.publicationId !== published?.publicationId) return ['认定不是依据公示的名单'];
    const list = await this.publishedIn(row.publicationId);
    const faults = list.has(branchId) ? [] : ['公示名单中没有该党支部'];
    return [...faults, ...(await this.dateFaults(row, lastOf(recorded, 'branch-registered')?.filingId ?? ''))];
  }

  /** A recognition rests on the registered filing and on the publication; a publication that was not over is at least said. */
  private async dateFaults(
    { decidedOn, publicationId, warnings }: RecognitionEntity,
    filingId: string,
  ): Promise<string[]> {
    const faults: string[] = [];
    const registeredOn = await this.registeredOn(filingId);
    if (registeredOn && decidedOn < registeredOn) {
      faults.push(`认定日期 ${decidedOn} 早于备案登记之日 ${registeredOn}`);
    }
    const publication = await this.m.findOneBy(PublicationEntity, { id: publicationId });
    if (!publication || decidedOn > publication.endsOn) return faults;
    const refuses = this.programme.assessment.gates.some((gate) => gate.name === 'publication' && gateRefuses(gate));
    if (refuses || !warnings.includes('publication')) {
      faults.push(`认定日期 ${decidedOn} 时公示尚未期满（${publication.endsOn}）`);
    }
    return faults;
  }

  private async registeredOn(filingId: string): Promise<CivilDate | undefined> {
    if (!this.registrations.has(filingId)) {
      const dates = await registrationDates(this.m, [filingId]);
      this.registrations.set(filingId, dates.get(filingId));
    }
    return this.registrations.get(filingId);
  }

  private async found<E extends { readonly id: string }>(
    entity: new () => E,
    known: Map<string, E>,
    id: string,
  ): Promise<E | null> {
    const row = known.get(id) ?? (await this.m.findOneBy<E>(entity, { id } as FindOptionsWhere<E>));
    if (row) known.set(id, row);
    return row;
  }

  private async populationOf(spotCheckId: string): Promise<ReadonlySet<string> | null> {
    const known = this.populations.get(spotCheckId);
    if (known) return known;
    const text = await frozenPopulationOf(this.m, spotCheckId);
    if (!text) return null;
    const lines = JSON.parse(text) as { branchId: string }[];
    const population = new Set(lines.map(({ branchId }) => branchId));
    this.populations.set(spotCheckId, population);
    return population;
  }

  private async publishedIn(publicationId: string): Promise<ReadonlySet<string>> {
    const known = this.published.get(publicationId);
    if (known) return known;
    const row = await this.m.findOneBy(PublicationEntity, { id: publicationId });
    const document = row && (await this.m.findOneBy(DocumentEntity, { id: row.documentId }));
    const lines = (document?.body as PublicationList | undefined)?.branches ?? [];
    const list = new Set(lines.map(({ branchId }) => branchId));
    this.published.set(publicationId, list);
    return list;
  }
}
