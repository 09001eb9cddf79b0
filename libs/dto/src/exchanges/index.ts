export * from './exchange-move.input';
export * from './exchange.filter';
export * from './open-exchange.input';
