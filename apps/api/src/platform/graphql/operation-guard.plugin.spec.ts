import { type DocumentNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { ANONYMOUS, runInRequest } from '../context';
import { asksForSchema, inspectOperation } from './operation-guard.plugin';

const request = { requestId: 'inspected', ip: '192.0.2.1', userAgent: null, actor: ANONYMOUS };

const operationOf = (document: DocumentNode): OperationDefinitionNode => {
  const found = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (found?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return found;
};

const inspect = (document: DocumentNode, variables: Readonly<Record<string, unknown>> = {}): void => {
  runInRequest(request, () => {
    inspectOperation({ document, operation: operationOf(document), variables });
  });
};

describe('a document', () => {
  it('asks for the schema in a fragment too, and not by __typename', () => {
    expect(asksForSchema(parse('{ __typename units { nodes { code } } }'))).toBe(false);
    expect(asksForSchema(parse('query { ...f } fragment f on Query { __type(name: "A") { name } }'))).toBe(
      true,
    );
    expect(() => {
      inspect(parse('{ __schema { types { name } } }'));
    }).toThrow('access.signInRequired');
  });

  it('with a text that is none is refused each time it comes, wherever the text stands', () => {
    const broken = parse('{ ...f } fragment f on Query { units(text: "\\u0000") { nodes { code } } }');
    for (let time = 0; time < 2; time += 1)
      expect(() => {
        inspect(broken);
      }).toThrow('request.malformed');
  });

  it('is walked once; its variables are looked at every time', () => {
    const document = parse('query($text: String) { units(text: $text) { nodes { code } } }');
    const read = jest.fn();
    Object.defineProperty(operationOf(document), 'name', { get: read, enumerable: true });
    expect(asksForSchema(document)).toBe(false);
    const times = read.mock.calls.length;
    expect(times).toBeGreaterThan(0);
    expect(asksForSchema(document)).toBe(false);
    expect(read).toHaveBeenCalledTimes(times);
    inspect(document, { text: 'Щерев' });
    for (const variables of [{ text: '\uD800' }, { text: ['a', { b: '\uDC00' }] }, { '\uD800': 1 }])
      expect(() => {
        inspect(document, variables);
      }).toThrow('request.malformed');
  });
});
