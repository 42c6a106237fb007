import type { Target } from '@app/domain';
import type { components } from '../../api/schema';
import type { PlannedBranch } from './use-branches';

export type PlanBody = components['schemas']['OrganisationPlanBody'];
export type PlanDates = NonNullable<PlanBody['dates']>;

/** The target of a branch, where it has one. */
export function targetIn({ branches }: PlanBody, id: string): Target | undefined {
  return branches.find(({ branchId }) => branchId === id)?.target;
}

/** The plan with other targets, in the order of the branches; null takes one away. Branches that left the year go with it. */
export function withTargets(
  plan: PlanBody,
  branches: readonly PlannedBranch[],
  changed: ReadonlyMap<string, Target | null>,
): PlanBody {
  const lines = branches.flatMap(({ branchId }) => {
    const target = changed.has(branchId) ? changed.get(branchId) : targetIn(plan, branchId);
    return target ? [{ branchId, target }] : [];
  });
  return { ...plan, branches: lines };
}
