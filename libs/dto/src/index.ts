export * from './access';
export * from './agreements';
export * from './base';
export * from './calendars';
export * from './directory';
export * from './trainings';
export * from './exchanges';
