/** Registered names of the workflows. */
export const CAMPAIGN_WORKFLOW = 'campaignWorkflow';
export const ORGANISATION_WORKFLOW = 'organisationWorkflow';
export const BRANCH_WORKFLOW = 'branchWorkflow';
export const SPOT_CHECK_WORKFLOW = 'spotCheckWorkflow';
export const KEEPER_WORKFLOW = 'deadlinesWorkflow';
export const PULSE_WORKFLOW = 'pulseWorkflow';
