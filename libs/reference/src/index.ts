/**
 * Reference data the product starts with. The bulky sets have doors of their own, so that whoever needs a county
 * does not load them: `@soc-coop/reference/benefits`, `/programme` and `/glossary`.
 */
export * from './agreement';
export * from './competences';
export * from './holidays';
export * from './organisations';
export { type DataMeta, type Provenance } from './shape';
export * from './territories';
export * from './trainings';
