import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';

const schema = buildSchema(readFileSync(join(__dirname, '../../api/schema.graphql'), 'utf8'));
const examples = globSync('*.graphql', { cwd: join(__dirname, 'examples') });

describe('the examples an auditor finds', () => {
  it.each(examples)('%s fits the schema and only reads', (name) => {
    const document = parse(readFileSync(join(__dirname, 'examples', name), 'utf8'));
    expect(validate(schema, document)).toEqual([]);
    for (const one of document.definitions) expect(one).toMatchObject({ operation: 'query' });
  });

  it.each(examples)('%s is shown', (name) => {
    expect(readFileSync(join(__dirname, 'examples.ts'), 'utf8')).toContain(name);
  });
});
