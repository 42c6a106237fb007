export * from './digest';
export * from './calendar-seed';
