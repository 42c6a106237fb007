export * from './activities.module';
export * from './catch-up';
export * from './clock';
export * from './dropped-signal.activities';
export * from './errand.activities';
export * from './keeper.activities';
export * from './run.activities';
export * from './untaken';
