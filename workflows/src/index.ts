export { branchWorkflow } from './branch.workflow';
export { campaignWorkflow } from './campaign.workflow';
export { deadlinesWorkflow } from './deadlines.workflow';
export { organisationWorkflow } from './organisation.workflow';
export { pulseWorkflow } from './pulse.workflow';
export { spotCheckWorkflow } from './spot-check.workflow';
