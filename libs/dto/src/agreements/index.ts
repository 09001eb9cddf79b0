export * from './coverage.args';
