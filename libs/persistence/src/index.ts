export * from './digest';
export * from './calendar-seed';
export * from './draw-digests';
