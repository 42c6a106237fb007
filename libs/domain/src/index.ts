export * from './calendar';
export * from './civil-date';
export * from './deadline';
export * from './errors';
export * from './light';
export * from './programme';
export * from './programme-clock';
export * from './time';
