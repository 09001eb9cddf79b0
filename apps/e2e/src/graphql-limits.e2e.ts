import { type Caller, freshKey } from './api/caller';
import { FirstCase, REPLY, REQUEST, type Row, subjectOf, unitId } from './api/first-case';
import {
  ACCEPT,
  ANSWER,
  BY_ID,
  BY_NUMBER,
  CLOSE,
  COUNTS,
  COVERAGE,
  LIST,
  NOTICES,
  OPEN,
  REVEAL,
  SAVE,
  SAVE_ANSWER,
  SEND,
} from './api/operations';
import { PEOPLE, signIn } from './api/people';
import { soon } from './soon';

let constanta: Caller;
let dobrich: Caller;

beforeAll(async () => {
  [constanta, dobrich] = await Promise.all([signIn(PEOPLE.elena), signIn(PEOPLE.maria)]);
});

describe('a caseworker of Olt', () => {
  let olt: Caller;
  let one: FirstCase;
  beforeAll(async () => {
    olt = await signIn(PEOPLE.cristina);
    one = await new FirstCase(constanta, dobrich, 201).closed();
  });

  const rows = async (caller: Caller, filter: object): Promise<string[]> => {
    const { exchanges } = await caller.ask<{ exchanges: { nodes: Row[]; totalCount: { value: number } } }>(
      LIST,
      {
        queue: 'ALL',
        filter,
        first: 100,
      },
    );
    expect(exchanges.totalCount.value).toBe(exchanges.nodes.length);
    return exchanges.nodes.map(({ id }) => id);
  };

  it('is told of neither id nor number more than of ones that nobody ever gave', async () => {
    const by = (query: string, variables: object) => olt.graphql<object>(query, variables);
    const answers = await Promise.all([
      by(BY_ID, { id: one.now.id }),
      by(BY_ID, { id: freshKey() }),
      by(BY_NUMBER, { number: one.now.number }),
      by(BY_NUMBER, { number: 'RO-CT-2026-999999' }),
    ]);
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(Object.values(body.data ?? {})).toEqual([null]);
      expect(body.errors).toHaveLength(1);
      expect(body.errors?.[0]?.extensions).toMatchObject({ reason: 'exchange.notFound', params: {} });
    }
    expect(new Set(answers.map(({ body }) => body.errors?.[0]?.message)).size).toBe(1);
  });

  it('finds nothing by the name in either script, nor by the number; both sides do', async () => {
    const texts = [one.person.familyName, one.person.latin.familyName, one.now.number];
    for (const text of texts) {
      expect(await rows(olt, { text })).not.toContain(one.now.id);
      expect(await rows(constanta, { text })).toContain(one.now.id);
      expect(await rows(dobrich, { text })).toContain(one.now.id);
    }
  });

  it('finds nothing by the other unit, and counts do not move', async () => {
    const counts = () => olt.ask<object>(COUNTS);
    const before = await counts();
    const unit = await unitId(olt, 'BG-RDSA-DOB');
    expect(await rows(olt, { unit })).toEqual([]);
    await new FirstCase(constanta, dobrich, 202).accepted();
    expect(await counts()).toEqual(before);
  });

  it('gets no notice of it; Dobrich does', async () => {
    interface Notices {
      readonly notices: { readonly nodes: readonly { readonly exchangeId: string }[] };
    }
    const told = async (caller: Caller): Promise<string[]> =>
      (await caller.ask<Notices>(NOTICES)).notices.nodes.map(({ exchangeId }) => exchangeId);
    await soon(async () => {
      expect(await told(dobrich)).toContain(one.now.id);
    });
    expect(await told(olt)).not.toContain(one.now.id);
  });

  it.each([
    ['accepts', ACCEPT, {}],
    ['sends', SEND, {}],
    ['answers', ANSWER, REPLY],
    ['closes', CLOSE, { reasonCode: '01' }],
    ['saves its draft', SAVE, { content: REQUEST }],
    ['saves an answer to it', SAVE_ANSWER, { content: REPLY.content }],
  ])('neither %s it nor learns that it exists', async (_, mutation, more) => {
    const { extensions } = await olt.refusalOf(mutation, { input: { ...one.hold, ...more } });
    expect(extensions).toMatchObject({ code: 'NOT_FOUND', reason: 'exchange.notFound' });
  });

  it('is shown no number, and no trail', async () => {
    const input = { exchangeId: one.now.id, purpose: 'IDENTIFY', idempotencyKey: freshKey() };
    expect((await olt.refusalOf(REVEAL, { input })).extensions.reason).toBe('exchange.notFound');
    const { extensions } = await olt.refusalOf(
      'query($id: ID!) { auditEvents(filter: { exchange: $id }) { nodes { id } } }',
      { id: one.now.id },
    );
    expect(extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'access.forbidden' });
  });
});

describe('the same request again', () => {
  it('does nothing a second time and answers the same', async () => {
    const input = { type: 'EX02', idempotencyKey: freshKey() };
    const open = async () => (await constanta.ask<{ openExchange: Row }>(OPEN, { input })).openExchange;
    const [first, second] = await Promise.all([open(), open()]);
    expect(second.id).toBe(first.id);
    expect((await open()).id).toBe(first.id);

    const one = await new FirstCase(constanta, dobrich, 203).sent();
    const hold = { input: one.hold };
    const accept = async () =>
      (await dobrich.ask<{ acceptExchange: Row & { timeline: object[] } }>(ACCEPT, hold)).acceptExchange;
    expect(await accept()).toEqual(await accept());
    expect((await accept()).timeline).toHaveLength(3);
  });

  it('is a conflict when the key comes with other content, or from another act', async () => {
    const idempotencyKey = freshKey();
    const open = (more: object) =>
      constanta.graphql(OPEN, { input: { type: 'EX02', idempotencyKey, ...more } });
    expect((await open({})).body.errors).toBeUndefined();
    const changed = (await open({ nationalFileNumber: '7/2026' })).body.errors?.[0]?.extensions;
    expect(changed).toMatchObject({ code: 'CONFLICT', reason: 'request.keyReused' });
    const one = await new FirstCase(constanta, dobrich, 204).opened();
    const elsewhere = await constanta.refusalOf(SEND, { input: { ...one.hold, idempotencyKey } });
    expect(elsewhere.extensions).toMatchObject({ code: 'CONFLICT', reason: 'request.keyReused' });
  });

  it('belongs to who sent it: the key of one officer says nothing to another', async () => {
    const input = { type: 'EX02', idempotencyKey: freshKey() };
    const first = await constanta.ask<{ openExchange: Row }>(OPEN, { input });
    const second = await dobrich.ask<{ openExchange: Row }>(OPEN, { input });
    expect(second.openExchange.id).not.toBe(first.openExchange.id);
  });
});

describe('two who write at the same time', () => {
  it('a save of an older version is a conflict that says what became of it', async () => {
    const one = await new FirstCase(constanta, dobrich, 205).opened();
    const stale = { ...one.hold, content: { ...REQUEST, background: 'mai vechi' } };
    await one.saved();
    const { extensions } = await constanta.refusalOf(SAVE, { input: stale });
    expect(extensions).toMatchObject({
      code: 'CONFLICT',
      reason: 'exchange.changedMeanwhile',
      params: { state: 'DRAFT' },
    });
    const { exchange } = await constanta.ask<{ exchange: { draft: { content: object } } }>(BY_ID, {
      id: one.now.id,
    });
    expect(exchange.draft.content).toEqual(REQUEST);
  });

  it('two officers of Dobrich accept: one does, the other is told', async () => {
    const one = await new FirstCase(constanta, dobrich, 206).sent();
    const ivan = await signIn(PEOPLE.ivan);
    const answers = await Promise.all(
      [dobrich, ivan].map((caller) => caller.graphql(ACCEPT, { input: one.hold })),
    );
    const reasons = answers.flatMap(({ body }) =>
      (body.errors ?? []).map(({ extensions }) => extensions.reason),
    );
    expect(reasons).toEqual(['exchange.changedMeanwhile']);
  });

  it('an answer draft of an older version is a conflict', async () => {
    const one = await new FirstCase(constanta, dobrich, 207).accepted();
    expect(await one.saveHalfAnAnswer()).toBe(1);
    const input = { ...one.hold, version: 0, content: { answers: {} } };
    const { extensions } = await dobrich.refusalOf(SAVE_ANSWER, { input });
    expect(extensions).toMatchObject({ code: 'CONFLICT', reason: 'exchange.changedMeanwhile' });
  });
});

describe('what the agreement and the trainings ask for', () => {
  interface Covered {
    readonly coverage: {
      readonly covered: boolean;
      readonly citation: { readonly clause: string; readonly version: number } | null;
      readonly refusals: readonly { readonly code: string; readonly params: object }[];
    };
  }
  const coverage = async (type: string, from: string, to: string, date?: string) => {
    const [requestingUnit, replyingUnit] = await Promise.all([
      unitId(constanta, from),
      unitId(constanta, to),
    ]);
    return (await constanta.ask<Covered>(COVERAGE, { type, requestingUnit, replyingUnit, date })).coverage;
  };

  it('cites version and clause, or names everything that is missing', async () => {
    expect(await coverage('EX02', 'RO-AJPIS-CT', 'BG-RDSA-DOB')).toEqual({
      covered: true,
      citation: { clause: 'A4.2', version: 1, agreement: { code: 'ANPIS-ASA-2019' } },
      refusals: [],
    });
    expect(await coverage('EX02', 'RO-AJPIS-CT', 'BG-AKSU')).toEqual({
      covered: false,
      citation: null,
      refusals: [
        { code: 'agreement.replierOutside', params: { agreement: 'ANPIS-ASA-2019', unit: 'BG-AKSU' } },
      ],
    });
    expect(await coverage('EX02', 'RO-AJPIS-CT', 'BG-RDSA-DOB', '2019-10-31')).toMatchObject({
      covered: false,
      refusals: [{ code: 'agreement.notYetInForce', params: { agreement: 'ANPIS-ASA-2019' } }],
    });
  });

  it('no exchange is opened with an institution outside of the agreement', async () => {
    const input = {
      type: 'EX02',
      replyingUnit: await unitId(constanta, 'BG-AKSU'),
      idempotencyKey: freshKey(),
    };
    const { message, extensions } = await constanta.refusalOf(OPEN, { input });
    expect(extensions).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'agreement.replierOutside',
      params: { agreement: 'ANPIS-ASA-2019', unit: 'BG-AKSU' },
    });
    expect(message).toContain('ANPIS-ASA-2019');
  });

  it('a planned type is not in service yet', async () => {
    const { extensions } = await constanta.refusalOf(OPEN, {
      input: { type: 'EX09', idempotencyKey: freshKey() },
    });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'exchange.typeUnknown' });
  });

  it('an officer without the certificate opens nothing, and the case says which one is missing', async () => {
    const andrei = await signIn(PEOPLE.andrei);
    const replyingUnit = await unitId(andrei, 'BG-RDSA-DOB');
    const input = { type: 'EX02', replyingUnit, idempotencyKey: freshKey() };
    const { extensions } = await andrei.refusalOf(OPEN, { input });
    expect(extensions).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'exchange.certificateMissing',
      params: { certificate: 'BEN' },
    });
    const one = await (await new FirstCase(constanta, dobrich, 208).opened()).saved();
    expect((await andrei.refusalOf(SEND, { input: one.hold })).extensions.reason).toBe(
      'exchange.certificateMissing',
    );
    const { exchange } = await andrei.ask<{ exchange: { moves: { move: string; refusals: object[] }[] } }>(
      BY_ID,
      {
        id: one.now.id,
      },
    );
    expect(exchange.moves.find(({ move }) => move === 'SEND')?.refusals).toEqual([
      { code: 'exchange.certificateMissing', params: { certificate: 'BEN' } },
    ]);
  });

  it('an incomplete request says where, and repeats nothing of what was written', async () => {
    const one = await new FirstCase(constanta, dobrich, 209).opened();
    const input = {
      ...one.hold,
      replyingUnit: await unitId(constanta, 'BG-RDSA-DOB'),
      content: { purpose: 'NEW_APPLICATION' },
      subject: subjectOf(one.person),
    };
    const { saveExchangeDraft } = await constanta.ask<{ saveExchangeDraft: { version: number } }>(SAVE, {
      input,
    });
    const error = await constanta.refusalOf(SEND, {
      input: { ...one.hold, version: saveExchangeDraft.version },
    });
    expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'exchange.contentInvalid' });
    expect(JSON.stringify(error)).toContain('content.address');
    expect(JSON.stringify(error)).not.toContain(one.person.familyName);
    expect(JSON.stringify(error)).not.toContain(one.person.identifier.value);
  });
});
