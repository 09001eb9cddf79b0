export * from './exchange-move.input';
export * from './exchange.filter';
export * from './open-exchange.input';
export * from './mark-notices-seen.input';
export * from './exchange-list.args';
