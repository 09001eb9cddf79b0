import path from 'node:path';
import { writeGlossary } from './glossary.ts';

await writeGlossary(path.resolve(import.meta.dirname, '../../../..'));
