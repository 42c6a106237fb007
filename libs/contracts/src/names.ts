import { type RunKind, stemOf } from '@app/domain';

/** The registered name of a kind's workflow: `branchWorkflow` of `branch-run`. */
export function workflowTypeOf(kind: RunKind): string {
  return `${camelCase(stemOf(kind))}Workflow`;
}

/** The registered name of a kind's local write: `writeBranchRun` of `branch-run`. */
export function writeNameOf(kind: RunKind): string {
  const name = camelCase(kind);
  return `write${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

export const KEEPER_WORKFLOW = 'deadlinesWorkflow';
export const PULSE_WORKFLOW = 'pulseWorkflow';
export const DELIVERIES_WORKFLOW = 'deliveriesWorkflow';

function camelCase(words: string): string {
  return words.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
