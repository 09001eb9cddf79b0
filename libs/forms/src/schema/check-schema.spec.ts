import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

import { isJsonObject } from '../content/values';
import { SUBJECT_FORM } from '../subject/subject-form';
import { FORM_DEFINITIONS } from '../types/registry';
import { COMPLETENESS_KEYWORDS, checkSchema } from './check-schema';
import { DEFINITION_SCHEMA } from './definition-schema';
import type { JsonSchema } from './json-schema';

/** A small generator with a seed, so that a failure can be repeated (mulberry32). */
const randomOf = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e21,
  '',
  ' ',
  'x',
  '🙂'.repeat(150),
  'я'.repeat(4001),
  'NO',
  '2026-02-29',
  '2024-02-29',
  '2024-13-01',
  '12.345',
  '0.10',
  [],
  [1, 1],
  {},
  { asked: false },
  JSON.parse('{"__proto__": 1, "constructor": 2, "toString": 3}'),
];

/** Texts that follow a schema's keywords and texts that do not. */
const textsFor = ({
  format,
  pattern,
  maxLength = 3,
}: JsonSchema): readonly [right: readonly string[], wrong: readonly string[]] => {
  if (format === 'date')
    return [
      ['2026-01-31', '1899-12-31', '2024-02-29'],
      ['2026-11-31', '2026-02-29'],
    ];
  if (pattern?.startsWith('^[0-9]{4}-') === true)
    return [
      ['2026-01', '1899-12'],
      ['2026-13', '2026-1'],
    ];
  if (pattern !== undefined)
    return [
      ['0', '12.5', '999999999999.99'],
      ['01', '1000000000000.00', '1,5'],
    ];
  const long = 'x'.repeat(maxLength);
  return [
    ['Ana', 'Иванова', long],
    [`${long}y`, ''],
  ];
};

/** How carelessly a document is made: large forms would otherwise never come out right. */
const CARELESSNESS = [1, 0.3, 0.05, 0] as const;

/** Makes documents that mostly follow a schema, and break it here and there. */
class DocumentMaker {
  private carelessness = 1;

  constructor(
    private readonly root: JsonSchema,
    private readonly random: () => number,
  ) {}

  /** The next document, made more or less carelessly. */
  next(): unknown {
    this.carelessness = this.pick(CARELESSNESS);
    return this.make(this.root);
  }

  private slips(chance: number): boolean {
    return this.random() < chance * this.carelessness;
  }

  private make(schema: JsonSchema): unknown {
    if (this.slips(0.04)) return this.pick(ODD_VALUES);
    const target =
      schema.$ref === undefined ? schema : this.root.$defs?.[schema.$ref.replace('#/$defs/', '')];
    if (target === undefined) return null;
    const listed = target.const === undefined ? target.enum : [target.const];
    return listed === undefined ? this.makeOfType(target) : this.pick(listed);
  }

  private makeOfType(target: JsonSchema): unknown {
    switch (target.type) {
      case 'object':
        return this.makeObject(target);
      case 'array':
        return this.makeArray(target);
      case 'integer':
        return this.makeWhole(target);
      case 'boolean':
        return this.random() < 0.5;
      default:
        return this.makeText(target);
    }
  }

  private makeObject(schema: JsonSchema): unknown {
    const members = Object.entries(schema.properties ?? {})
      .filter(([name]) =>
        schema.required?.includes(name) === true ? !this.slips(0.05) : this.random() < 0.6,
      )
      .map(([name, member]) => [name, this.make(member)]);
    if (this.slips(0.02)) members.push(['unknownMember', 1]);
    return Object.fromEntries(members);
  }

  private makeArray(schema: JsonSchema): unknown {
    const length = this.slips(0.3) ? 0 : 1 + Math.floor(this.random() * 3);
    const items = Array.from({ length }, () => this.make(schema.items ?? {}));
    return schema.uniqueItems === true && !this.slips(0.5) ? [...new Set(items)] : items;
  }

  private makeText(schema: JsonSchema): string {
    const [right, wrong] = textsFor(schema);
    return this.pick(this.slips(0.2) ? wrong : right);
  }

  private makeWhole({ minimum = 0, maximum = 100 }: JsonSchema): number {
    if (this.slips(0.2)) return this.pick([minimum - 1, maximum + 1]);
    return minimum + Math.floor(this.random() * (maximum - minimum + 1));
  }

  private pick<T>(values: readonly T[]): T {
    const value = values[Math.floor(this.random() * values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }
}

/** The schema as a draft must fulfil it, for Ajv, which knows no `partial`. */
const relaxed = (schema: JsonSchema): object => {
  const copy: unknown = JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    isJsonObject(value) && key !== 'properties'
      ? Object.fromEntries(Object.entries(value).filter(([name]) => !isAboutCompleteness(name)))
      : value,
  );
  if (!isJsonObject(copy)) throw new Error('a schema is an object');
  return copy;
};
const isAboutCompleteness = (name: string): boolean =>
  COMPLETENESS_KEYWORDS.some((keyword) => keyword === name);

/** Ajv as strict as it goes: an unknown keyword or format in our schemas would throw here. */
const makeAjv = (): Ajv2020 => {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats(ajv, ['date']);
  return ajv;
};

interface Verdict {
  readonly valid: boolean;
  readonly places: readonly string[];
}

const oursOf = (schema: JsonSchema, value: unknown, partial: boolean): Verdict => {
  const failures = checkSchema(schema, value, { partial, limit: 10_000 });
  const places = failures.map(({ path, keyword }) => `${keyword === 'const' ? 'enum' : keyword} ${path}`);
  return { valid: failures.length === 0, places: [...new Set(places)].sort() };
};

const ajvOf = (schema: object) => {
  const validate = makeAjv().compile(schema);
  return (value: unknown): Verdict => {
    const valid = validate(value);
    const places = (validate.errors ?? []).map(({ instancePath, keyword, params }) => {
      const member: unknown = params['missingProperty'] ?? params['additionalProperty'];
      const path = [
        ...instancePath.split('/').slice(1),
        ...(typeof member === 'string' ? [member] : []),
      ].join('.');
      return `${keyword === 'const' ? 'enum' : keyword} ${path}`;
    });
    return { valid, places: [...new Set(places)].sort() };
  };
};

/** Ajv goes on to `enum` after a wrong type and names hostile members; we stop and hide them. */
const comparable = ({ places }: Verdict): readonly string[] => {
  const wrongType = new Set(
    places.filter((place) => place.startsWith('type ')).map((place) => place.slice(5)),
  );
  const named = places.map((place) => place.replace(/(?:^|(?<=\.| ))(?:__proto__)$/, '?'));
  return [...new Set(named.filter((place) => !(place.startsWith('enum ') && wrongType.has(place.slice(5)))))];
};

const SCHEMAS: readonly (readonly [string, JsonSchema])[] = [
  ...FORM_DEFINITIONS.flatMap(({ code, version, request, answer }) => [
    [`request of ${code}@${version}`, request.schema] as const,
    [`answer of ${code}@${version}`, answer.schema] as const,
  ]),
  ['person block', SUBJECT_FORM.schema],
];

describe.each(SCHEMAS)('our verdict and Ajv’s on the %s', (_, schema) => {
  it.each([
    ['finished', false, schema],
    ['drafts', true, relaxed(schema)],
  ] as const)('agree on thousands of %s', (__, partial, forAjv) => {
    const maker = new DocumentMaker(schema, randomOf(20_261_122));
    const judge = ajvOf(forAjv);
    const counts = { valid: 0, invalid: 0 };
    const disagreements: unknown[] = [];
    for (let at = 0; at < 2000; at += 1) {
      const document = maker.next();
      const ours = oursOf(schema, document, partial);
      const theirs = judge(document);
      const same = ours.valid === theirs.valid && comparable(ours).join() === comparable(theirs).join();
      if (!same) disagreements.push({ document, ours, theirs });
      counts[ours.valid ? 'valid' : 'invalid'] += 1;
    }
    expect(disagreements).toEqual([]);
    expect(Math.min(counts.valid, counts.invalid)).toBeGreaterThan(100);
  });
});

describe('the schema of definitions', () => {
  it('is lawful JSON Schema 2020-12 and takes every published definition, as Ajv says too', () => {
    const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
    for (const definition of FORM_DEFINITIONS) {
      expect(ajv.validate(DEFINITION_SCHEMA, definition)).toBe(true);
      expect(checkSchema(DEFINITION_SCHEMA, definition)).toEqual([]);
    }
  });
});

describe('checkSchema', () => {
  it('stops at the limit', () => {
    const schema: JsonSchema = { type: 'array', items: { type: 'string' } };
    expect(
      checkSchema(
        schema,
        Array.from({ length: 1000 }, () => 1),
        { limit: 7 },
      ),
    ).toHaveLength(7);
  });

  it('does not show the name of a member nobody defined', () => {
    const schema: JsonSchema = { type: 'object', additionalProperties: false };
    expect(checkSchema(schema, { 'Ana Ionescu, 1899': 1 })).toEqual([
      { path: '?', keyword: 'additionalProperties' },
    ]);
  });

  it('counts letters, not UTF-16 units', () => {
    expect(checkSchema({ type: 'string', maxLength: 2 }, '🙂🙂')).toEqual([]);
    expect(checkSchema({ type: 'string', maxLength: 2 }, '🙂🙂🙂')).toHaveLength(1);
  });

  it('refuses to judge by a reference that leads nowhere', () => {
    expect(() => checkSchema({ $ref: '#/$defs/absent' }, 1)).toThrow('#/$defs/absent');
  });
});
