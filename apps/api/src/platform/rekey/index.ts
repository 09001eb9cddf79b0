export type { RekeyedBatch, RekeyPart } from './rekey-part';
export { type SealedColumn, sealedColumn } from './sealed-column';
