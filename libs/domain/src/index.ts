export * from './calendar';
export * from './canonical-json';
export * from './identifiers';
export * from './money';
export * from './names';
export * from './text';
