export * from './engine-reader';
export * from './lost-runs';
export * from './not-running';
export * from './run-revival';
export * from './run-start';
export * from './run-status';
export * from './verification';
