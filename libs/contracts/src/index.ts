export * from './failure';
export * from './ids';
export * from './keeper.contract';
export * from './names';
export * from './pulse.contract';
export * from './queues';
export * from './run.contract';
export * from './search-attributes';
