export * from './enums';
export * from './idempotent.input';
export * from './page.args';
export * from './scalars';
export * from './trilingual.input';
export * from './undefinable';
