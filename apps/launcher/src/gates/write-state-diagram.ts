import path from 'node:path';
import { writeStateDiagram } from './state-diagram.ts';

await writeStateDiagram(path.resolve(import.meta.dirname, '../../../..'));
