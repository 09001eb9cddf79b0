import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Caller } from '../../api/caller';
import { requestBytes } from '../support/raw';
import { NOBODY } from './calls';

/** What of JSON Schema the REST document uses. */
interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** One operation of the REST document. */
export interface RestOperation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly media: string | null;
  readonly body: Schema | null;
}

/** Where in a request a text stands: a parameter, or a member of the body by its path. */
export interface RestPlace {
  readonly operation: RestOperation;
  readonly in: 'path' | 'query' | 'header' | 'body';
  readonly name: string;
}

const file = join(__dirname, '..', '..', '..', '..', '..', 'openapi', 'soc-coop.json');

/** All operations of the committed REST document, which a gate holds to the running code. */
export const restOperations = (): readonly RestOperation[] => {
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters = [], requestBody }]) => {
      const [media = null] = Object.keys(requestBody?.content ?? {});
      const body = media === null ? null : (requestBody?.content[media]?.schema ?? null);
      return { name: operationId, method: method.toUpperCase(), path, parameters, media, body };
    }),
  );
};

const textsIn = (schema: Schema, above: string): readonly string[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const path = above === '' ? name : `${above}.${name}`;
    return inner.type === 'string' ? [path] : textsIn(inner, path);
  });

/** Every place of an operation that takes a text or a number by its address or headers; the body by its members. */
export const restPlaces = (operation: RestOperation): readonly RestPlace[] => [
  ...operation.parameters.map(({ in: where, name }) => ({ operation, in: where, name })),
  ...textsIn(operation.body ?? {}, '').map((name) => ({ operation, in: 'body' as const, name })),
];

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** Values that pass every form, for what is not being tried. They reach nothing that exists. */
const PASSING: Readonly<Record<string, string>> = {
  id: NOBODY,
  'tus-resumable': '1.0.0',
  'upload-length': '3',
  'upload-offset': '0',
  'upload-metadata': `exchange ${base64(NOBODY)},part ${base64('REQUEST')},filename ${base64('a.pdf')}`,
  email: 'nimeni@nowhere.example',
};

const passing = (name: string, { enum: values }: Schema): string => PASSING[name] ?? values?.[0] ?? 'x';

const bodyOf = (schema: Schema, above: string, tried: (path: string) => string | null): unknown => {
  if (schema.properties === undefined)
    return tried(above) ?? (schema.type === 'integer' ? 1 : (schema.enum?.[0] ?? 'x'));
  return Object.fromEntries(
    Object.entries(schema.properties).map(([name, inner]) => [
      name,
      bodyOf(inner, above === '' ? name : `${above}.${name}`, tried),
    ]),
  );
};

/** Every byte but the unreserved ones is written as percent and digits: nothing a client would mend is left. */
const encoded = (text: string): string =>
  [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return /[\w-]/.test(letter) ? letter : `%${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');

const payloadOf = (
  { media, body }: RestOperation,
  tried: (name: string) => string | null,
): Buffer | string => {
  if (body === null || media === null) return '';
  if (media === 'application/json') return JSON.stringify(bodyOf(body, '', tried));
  if (media !== 'application/x-www-form-urlencoded') return Buffer.from('abc');
  const members = Object.entries(body.properties ?? {}).map(
    ([name, inner]) => `${name}=${encoded(tried(name) ?? passing(name, inner))}`,
  );
  return members.join('&');
};

/** The bytes of a request with one text at one place; everything required stands there and passes. */
export const restBytes = (
  { operation, in: where, name: place }: RestPlace,
  text: string,
  caller: Caller,
): Buffer => {
  const triedAt = (at: RestPlace['in'], name: string): string | null =>
    at === where && name === place ? text : null;
  const valueOf = ({ in: at, name, schema, required = false }: Parameter): string | null => {
    const usual = name === 'x-csrf-token' ? caller.csrf : required ? passing(name, schema) : null;
    return triedAt(at, name) ?? usual;
  };
  let path = operation.path;
  const query: string[] = [];
  const lines = [`cookie: ${caller.cookie ?? ''}`];
  for (const parameter of operation.parameters) {
    const value = valueOf(parameter);
    if (value === null) continue;
    if (parameter.in === 'path') path = path.replace(`{${parameter.name}}`, encoded(value));
    else if (parameter.in === 'query') query.push(`${parameter.name}=${encoded(value)}`);
    else lines.push(`${parameter.name}: ${value}`);
  }
  const payload = payloadOf(operation, (name) => triedAt('body', name));
  if (operation.media !== null) lines.push(`content-type: ${operation.media}`);
  lines.push(`content-length: ${Buffer.byteLength(payload)}`);
  const target = query.length === 0 ? path : `${path}?${query.join('&')}`;
  return requestBytes(operation.method, target, lines, payload);
};
