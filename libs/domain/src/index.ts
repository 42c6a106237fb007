export * from './errors';
export * from './programme';
export * from './time';
