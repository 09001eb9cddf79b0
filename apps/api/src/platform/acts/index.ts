export { ActNote } from './act-note';
export { Acts, type ActDescription } from './acts';
