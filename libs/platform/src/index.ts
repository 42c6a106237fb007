export * from './clock';
export * from './config';
export * from './logger';
export * from './parent-pipe';
export * from './temporal-connection';
export * from './temporal-namespace';
export * from './roster-file';
export * from './programme-file';
export type { ProgrammeFileFault } from './programme-text';
