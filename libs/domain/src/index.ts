export * from './calendar';
export * from './canonical-json';
export * from './identifiers';
