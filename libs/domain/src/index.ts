export * from './calendar';
export * from './canonical-json';
