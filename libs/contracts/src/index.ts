export * from './errors';
export * from './exchange/lifecycle';
export * from './exchange/reasons';
export * from './exchange/transitions';
export * from './exchange/vocabulary';
export * from './limits';
export * from './locale';
export * from './roles';
