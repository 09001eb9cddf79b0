import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { PERSONAL_DATA } from '../../src/platform/graphql';
import { testApp, type TestApp } from '../support/app';
import { type MatrixActor, matrixActors } from './actors';
import { type Declaration, declaredFor } from './declaration';
import { DECLARED } from './declared-access';
import { ask } from './probe';
import { makeWorld, type World } from './world';

let test: TestApp;
let world: World;
let actors: readonly MatrixActor[];
let schema: GraphQLSchema;

beforeAll(async () => {
  test = await testApp();
  // Subscriptions come by websocket, which needs a server that listens.
  await test.app.listen(0);
  ({ schema } = test.app.get(GraphQLSchemaHost));
  world = await makeWorld(test);
  actors = await matrixActors(test);
}, 120_000);
afterAll(async () => {
  await test.close();
});

/** One field of an output type. */
interface OutputField {
  readonly place: string;
  readonly name: string;
  readonly root: boolean;
  readonly personal: boolean;
}

const outputFields = (): readonly OutputField[] => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields()).map(({ name, extensions }) => ({
        place: `${type.name}.${name}`,
        name,
        root: roots.includes(type),
        personal: extensions[PERSONAL_DATA] === true,
      })),
    );
};

/** What must be declared: everything that can be asked, and everything that holds data of a person. */
const fieldsToDeclare = (): readonly string[] =>
  outputFields()
    .filter(({ root, personal }) => root || personal)
    .map(({ place }) => place);

/** Names that speak of a person, wherever they stand. */
const SPEAKS_OF_PERSONS =
  /^(givenName|familyName|patronymic|.*NameLatin|email|birthDate|sex|identifiers|masked|content|note|details|participants|memberships|urgencyReason|nationalFileNumber)$/;
/** Where such a name speaks of something else. */
const NO_PERSONS: readonly string[] = [
  'ContactPoint.note', // opening hours of an office
  'Viewer.memberships', // one's own
];

const titleOf = ({ field, of }: Declaration): string => (of === undefined ? field : `${field} of ${of}`);

describe('the access matrix', () => {
  it('declares every root field and every field with personal data, and nothing that is not there', () => {
    const declared = new Set(DECLARED.map(({ field }) => field));
    const fields = fieldsToDeclare();
    expect(fields.filter((field) => !declared.has(field)).sort()).toEqual([]);
    expect([...declared].filter((field) => !fields.includes(field)).sort()).toEqual([]);
  });

  it('knows by their names the fields somebody forgot to mark', () => {
    const forgotten = outputFields()
      .filter(({ place, name }) => SPEAKS_OF_PERSONS.test(name) && !NO_PERSONS.includes(place))
      .filter(({ personal }) => !personal)
      .map(({ place }) => place);
    expect(forgotten).toEqual([]);
  });

  it.each(DECLARED.map((declaration) => [titleOf(declaration), declaration] as const))(
    '%s is given to whom it is declared and to nobody else',
    async (_, declaration) => {
      const found: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const actor of actors) {
        found[actor.name] = await ask(actor, declaration.probe, world);
        expected[actor.name] = declaredFor(declaration, actor.who);
      }
      expect(found).toEqual(expected);
    },
    60_000,
  );
});
