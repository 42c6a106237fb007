import { BRANCH_RUN, CAMPAIGN, ORGANISATION_RUN, SPOT_CHECK } from '@app/domain';
import { workflowOf } from './run.workflow';

// one line a kind of run; `npm run check` asks for the line of a new one
export const branchWorkflow = workflowOf(BRANCH_RUN);
export const campaignWorkflow = workflowOf(CAMPAIGN);
export const organisationWorkflow = workflowOf(ORGANISATION_RUN);
export const spotCheckWorkflow = workflowOf(SPOT_CHECK);

export { deliveriesWorkflow } from './deliveries.workflow';
export { deadlinesWorkflow } from './deadlines.workflow';
export { pulseWorkflow } from './pulse.workflow';
