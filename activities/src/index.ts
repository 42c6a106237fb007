export * from './activities.module';
export * from './branch-run.activities';
export * from './campaign.activities';
export * from './clock';
export * from './errand.activities';
export * from './keeper.activities';
export * from './organisation-run.activities';
export * from './spot-check.activities';
