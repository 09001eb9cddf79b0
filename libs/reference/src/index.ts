export * from './holidays';
export { type DataMeta, type Provenance } from './shape';
