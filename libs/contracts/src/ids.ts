/** Readable workflow ids (design: process); stock Temporal tools find a run by them. */
export const campaignWorkflowId = (campaign: string) => `campaign:${campaign}`;
export const organisationWorkflowId = (campaign: string, organisation: string, year: number) =>
  `organisation:${campaign}:${organisation}:${year}`;
export const branchWorkflowId = (campaign: string, branch: string, year: number) =>
  `branch:${campaign}:${branch}:${year}`;
export const spotCheckWorkflowId = (campaign: string, no: number) => `spot-check:${campaign}:${no}`;
/** One for each queue; it belongs to no campaign. */
export const pulseWorkflowId = (queue: string) => `pulse:${queue}`;
export const keeperWorkflowId = (campaign: string, scope: string) => `deadlines:${campaign}:${scope}`;
