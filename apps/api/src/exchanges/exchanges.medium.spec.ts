import { deriveState } from '@soc-coop/contracts';
import { testApp, type TestApp } from '../../test/support/app';
import { freshKey } from '../../test/support/browser';
import { ANSWER, ExchangeFactory, requestOf } from '../../test/support/exchange-factory';
import type { StaffActor } from '../platform/context';
import { DraftsService } from './drafts.service';
import { ExchangesService } from './exchanges.service';
import { CloseExchange } from './moves/close-exchange';
import { ReplyMoves } from './moves/reply-moves';
import { SendExchange } from './moves/send-exchange';
import { SpokenMoves } from './moves/spoken-moves';
import { messageHash } from './records/message-hash';

let test: TestApp;
let make: ExchangeFactory;
let constanta: StaffActor;
let dobrich: StaffActor;

beforeAll(async () => {
  test = await testApp();
  constanta = await test.actor('elena.popescu@ct.ajpis.example');
  dobrich = await test.actor('maria.ivanova@dob.asp.example');
  make = new ExchangeFactory(test.app, constanta, dobrich);
});
afterAll(async () => {
  await test.close();
});

const exchanges = () => test.app.get(ExchangesService);
const input = async (id: string) => ({ id, version: await make.version(id), idempotencyKey: freshKey() });
const stateOf = async (id: string): Promise<string> => {
  const [row] = await test.behind<{ state: string }>('select state from exchange where id = $1', [id]);
  return row?.state ?? 'gone';
};

describe('an exchange from draft to closing', () => {
  it('goes its way, and its state is what its moves say', async () => {
    const id = await make.answered();
    await test.app.get(CloseExchange).close(constanta, { ...(await input(id)), reasonCode: '01' });
    const { row, moves, messages, allowances } = await exchanges().get(constanta, id);
    expect(moves.map(({ move }) => move)).toEqual(['OPEN', 'SEND', 'ACCEPT', 'ANSWER', 'CLOSE']);
    expect(moves.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    const facts = moves.map(({ move, side }) => ({ move, by: side ?? ('SYSTEM' as const) }));
    expect(deriveState(facts)).toBe(row.state);
    expect(row.state).toBe('CLOSED');
    expect(messages.map(({ kind, version }) => [kind, version])).toEqual([
      ['REQUEST', 1],
      ['ANSWER', 1],
    ]);
    // A closed case can only be asked to be reopened, or turn out to have been about the wrong person.
    expect(allowances.filter(({ allowed }) => allowed).map(({ move }) => move)).toEqual([
      'ASK_ANEW',
      'ASK_REOPENING',
    ]);
  });

  it('cites version and clause of the agreement on every move after sending', async () => {
    const { moves, citation } = await exchanges().get(dobrich, await make.accepted());
    expect(citation).toMatchObject({ versionNo: 1 });
    expect(moves.map(({ agreementClause }) => agreementClause)).toEqual([
      null,
      citation?.clause,
      citation?.clause,
    ]);
  });

  it('hashes what was sent so that anybody can do it again', async () => {
    const id = await make.sent();
    const { row, messages, person } = await exchanges().get(dobrich, id);
    const [request] = messages;
    expect(person?.block.familyName).toBe('Щерев');
    expect(request?.contentSha256).toBe(
      messageHash({
        exchange: row.number ?? '',
        type: 'EX02',
        formVersion: 1,
        kind: 'REQUEST',
        version: 1,
        from: constanta.unitId,
        to: dobrich.unitId,
        language: 'ro',
        subject: requestOf().subject,
        content: requestOf().content,
        completeness: null,
        qualityMark: null,
        sentAt: request?.sentAt.toISOString() ?? '',
      }),
    );
  });

  it('lets nobody change what was sent, not even through SQL of the app role', async () => {
    await make.sent();
    const change = (sql: string) => test.asUnit(constanta.unitId, sql);
    for (const sql of [
      `update exchange_message set content = '{}'`,
      'delete from exchange_message',
      `update exchange_move set note = ''`,
      'delete from exchange_move',
    ])
      await expect(change(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('keeps numbers and person blocks out of every column in the clear', async () => {
    const id = await make.draft();
    await test.app.get(SendExchange).send(constanta, await input(id));
    const tables = await test.behind<{ text: string }>(
      `select (select string_agg(s::text, '') from subject s) || coalesce((select string_agg(d::text, '') from exchange_draft d), '')
         || (select string_agg(i::text, '') from subject_identifier i)
         || coalesce((select string_agg(k::text, '') from idempotency_key k), '')
         || (select string_agg(a::text, '') from audit_event a) as text`,
    );
    expect(tables[0]?.text).toContain(id);
    expect(tables[0]?.text).not.toContain('7730159420');
  });
});

describe('what is refused', () => {
  it('an incomplete request, with the places that are wrong and nothing of what was written', async () => {
    const id = await make.draft(requestOf({ address: { country: 'BG' }, questions: {} }));
    const attempt = test.app.get(SendExchange).send(constanta, await input(id));
    const error = await attempt.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'exchange.contentInvalid' });
    expect(JSON.stringify(error)).toContain('content.address.locality');
    expect(JSON.stringify(error)).not.toContain('Щерев');
    expect(await stateOf(id)).toBe('DRAFT');
  });

  it('a doubtful number, until the officer confirms it', async () => {
    const doubtful = { type: 'egn', country: 'BG', value: '7730159421' };
    const request = requestOf();
    const subject = { ...request.subject, identifiers: [doubtful] };
    const id = await make.draft({ ...request, subject });
    await expect(test.app.get(SendExchange).send(constanta, await input(id))).rejects.toMatchObject({
      code: 'exchange.confirmationMissing',
    });
    const confirmed = { ...subject, identifiers: [{ ...doubtful, confirmed: 'YES' }] };
    await test.app.get(DraftsService).saveRequest(constanta, {
      ...(await input(id)),
      replyingUnit: dobrich.unitId,
      content: request.content,
      subject: confirmed,
    });
    await test.app.get(SendExchange).send(constanta, await input(id));
    expect(await stateOf(id)).toBe('SENT');
  });

  it('an answer that is silent about a question, or tells what was not asked', async () => {
    const id = await make.accepted();
    const { Q1 } = ANSWER.content.answers;
    const answer = async (answers: object) =>
      test.app.get(ReplyMoves).answer(dobrich, { ...(await input(id)), ...ANSWER, content: { answers } });
    await expect(answer({ Q1 })).rejects.toMatchObject({ code: 'exchange.contentInvalid' });
    const told = { ...ANSWER.content.answers, Q3: { alone: 'YES' } };
    await expect(answer(told)).rejects.toMatchObject({ code: 'exchange.contentInvalid' });
    expect(await stateOf(id)).toBe('ACCEPTED');
  });

  it('a move of the other side, a move the state forbids, an unknown reason, "other" without a word', async () => {
    const id = await make.sent();
    const replies = test.app.get(ReplyMoves);
    await expect(replies.accept(constanta, await input(id))).rejects.toMatchObject({
      code: 'exchange.notYourSide',
    });
    await expect(replies.answer(dobrich, { ...(await input(id)), ...ANSWER })).rejects.toMatchObject({
      code: 'exchange.moveNotPossible',
      params: { move: 'ANSWER', state: 'SENT' },
    });
    const refuse = async (reasonCode: string, note: string | null) =>
      replies.refuse(dobrich, { ...(await input(id)), reasonCode, note });
    await expect(refuse('77', null)).rejects.toMatchObject({ code: 'exchange.reasonUnknown' });
    await expect(refuse('99', '  ')).rejects.toMatchObject({ code: 'exchange.explanationMissing' });
    await refuse('01', null);
    expect(await stateOf(id)).toBe('REFUSED');
  });

  it('opening without the certificate the terms name, and the refusal names it', async () => {
    const andrei = await test.actor('andrei.marin@ct.ajpis.example');
    const attempt = new ExchangeFactory(test.app, andrei, dobrich).draft();
    await expect(attempt).rejects.toMatchObject({
      code: 'exchange.certificateMissing',
      params: { certificate: 'BEN' },
    });
  });

  it('an addressee of the own country', async () => {
    const olt = await test.actor('cristina.vlad@ot.ajpis.example');
    await expect(new ExchangeFactory(test.app, constanta, olt).draft()).rejects.toMatchObject({
      code: 'exchange.sameCountry',
    });
  });
});

describe('asking back, reminding, taking back', () => {
  const spoken = () => test.app.get(SpokenMoves);

  it('a clarification stops the clock and starts it again', async () => {
    const id = await make.accepted();
    const before = (await exchanges().get(dobrich, id)).deadline;
    await spoken().askClarification(dobrich, {
      ...(await input(id)),
      reasonCode: '04',
      note: 'Кой е номерът на блока?',
    });
    const asked = await exchanges().get(constanta, id);
    expect(asked).toMatchObject({ row: { state: 'CLARIFICATION' }, deadline: null });
    expect(asked.moves.at(-1)).toMatchObject({ reasonCode: '04', note: 'Кой е номерът на блока?' });
    await spoken().answerClarification(constanta, { ...(await input(id)), note: 'Blocul 7.' });
    const answered = await exchanges().get(dobrich, id);
    expect(answered.row.state).toBe('ACCEPTED');
    expect(answered.deadline?.due).toBe(before?.due);
  });

  it('a question needs words', async () => {
    const id = await make.accepted();
    const attempt = spoken().askClarification(dobrich, { ...(await input(id)), reasonCode: '01', note: ' ' });
    await expect(attempt).rejects.toMatchObject({ code: 'exchange.explanationMissing' });
  });

  it('a reminder is replied to once, and not before it came', async () => {
    const id = await make.accepted();
    const reply = async () => spoken().replyToReminder(dobrich, { ...(await input(id)), reasonCode: '03' });
    await expect(reply()).rejects.toMatchObject({ code: 'exchange.noReminder' });
    await spoken().remind(constanta, await input(id));
    await reply();
    await expect(reply()).rejects.toMatchObject({ code: 'exchange.noReminder' });
    expect((await exchanges().get(constanta, id)).row.state).toBe('ACCEPTED');
  });

  it('a request is withdrawn with a word and invalidated with a reason, and nothing is due any more', async () => {
    const withdrawn = await make.sent();
    await spoken().withdraw(constanta, { ...(await input(withdrawn)), note: 'Cererea a fost retrasă.' });
    const invalid = await make.accepted();
    await spoken().invalidate(constanta, { ...(await input(invalid)), reasonCode: '06' });
    expect(await stateOf(withdrawn)).toBe('WITHDRAWN');
    expect(await stateOf(invalid)).toBe('INVALIDATED');
    const view = await exchanges().get(dobrich, invalid);
    expect(view.deadline).toBeNull();
    expect(view.allowances.filter(({ allowed }) => allowed)).toEqual([]);
  });
});

describe('two at once', () => {
  it('two officers accept: one does, the other hears that it changed', async () => {
    const id = await make.sent();
    const ivan = await test.actor('ivan.petrov@dob.asp.example');
    // Both saw the same version: read before either acts, or the second would read what the first has changed.
    const [first, second] = [await input(id), await input(id)];
    const both = await Promise.allSettled([
      test.app.get(ReplyMoves).accept(dobrich, first),
      test.app.get(ReplyMoves).accept(ivan, second),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'exchange.changedMeanwhile' },
    });
    const { moves } = await exchanges().get(dobrich, id);
    expect(moves.filter(({ move }) => move === 'ACCEPT')).toHaveLength(1);
  });

  it('a double click sends once', async () => {
    const id = await make.draft();
    const once = await input(id);
    const both = await Promise.all([
      test.app.get(SendExchange).send(constanta, once),
      test.app.get(SendExchange).send(constanta, once),
    ]);
    expect(both).toEqual([id, id]);
    const { moves } = await exchanges().get(constanta, id);
    expect(moves.map(({ move }) => move)).toEqual(['OPEN', 'SEND']);
  });

  it('two editors of one draft: the later one is told, and the first text stays', async () => {
    const id = await make.draft();
    const save = (background: string) =>
      test.app.get(DraftsService).saveRequest(constanta, {
        id,
        version: 1,
        idempotencyKey: freshKey(),
        replyingUnit: dobrich.unitId,
        ...requestOf({ background }),
      });
    await save('primul');
    await expect(save('al doilea')).rejects.toMatchObject({ code: 'exchange.changedMeanwhile' });
    const { draft } = await exchanges().get(constanta, id);
    expect(draft?.content['background']).toBe('primul');
  });

  it('two who begin an answer: the second is told that there is one, also at the same moment', async () => {
    const id = await make.accepted();
    const save = () =>
      test.app.get(DraftsService).saveAnswer(dobrich, {
        id,
        version: 0,
        idempotencyKey: freshKey(),
        content: { answers: {} },
      });
    const both = await Promise.allSettled([save(), save()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'exchange.changedMeanwhile', params: { state: 'ACCEPTED' } },
    });
    await expect(save()).rejects.toMatchObject({ code: 'exchange.changedMeanwhile' });
  });

  it('twenty requests sent at once get twenty neighbouring numbers', async () => {
    const drafts = await Promise.all(Array.from({ length: 20 }, () => make.draft()));
    await Promise.all(
      drafts.map((id) =>
        test.app.get(SendExchange).send(constanta, { id, version: 1, idempotencyKey: freshKey() }),
      ),
    );
    const rows = await test.behind<{ number: string }>(
      `select number from exchange where number like 'RO-CT-%' order by number`,
    );
    const running = rows.map(({ number }) => Number(number.split('-').at(-1)));
    expect(running).toEqual(running.map((_, at) => at + 1));
  });
});

describe('reach', () => {
  it('a caseworker of Olt finds nothing: by id, number, list or count', async () => {
    const id = await make.sent();
    const olt = await test.actor('cristina.vlad@ot.ajpis.example');
    const { row } = await exchanges().get(constanta, id);
    await expect(exchanges().get(olt, id)).rejects.toMatchObject({ code: 'exchange.notFound' });
    await expect(exchanges().getByNumber(olt, row.number ?? '')).rejects.toMatchObject({
      code: 'exchange.notFound',
    });
    const list = await exchanges().list(olt, 'ALL', { text: 'Щерев' }, {});
    expect(list.edges).toEqual([]);
    expect(await exchanges().counts(olt)).toMatchObject({ all: { value: 0 } });
  });

  it('the other side does not know of a draft', async () => {
    const id = await make.draft();
    await expect(exchanges().get(dobrich, id)).rejects.toMatchObject({ code: 'exchange.notFound' });
  });

  it('an auditor sees every step and no person', async () => {
    const id = await make.answered();
    const auditor = await test.actor('krasimir.atanasov@asp.example');
    const view = await exchanges().get(auditor, id);
    expect(view).toMatchObject({ persons: false, side: null, allowances: [] });
    expect(view.moves).toHaveLength(4);
  });

  it('an auditor does not find out by searching for a name whose exchange it is', async () => {
    await make.sent();
    const auditor = await test.actor('krasimir.atanasov@asp.example');
    for (const text of ['Щерев', 'Shterev', 'Никой'])
      await expect(exchanges().list(auditor, 'ALL', { text }, {})).rejects.toMatchObject({
        code: 'access.forbidden',
      });
  });

  it('row-level security alone hides it, whatever a query forgets', async () => {
    await make.sent();
    const olt = await test.actor('cristina.vlad@ot.ajpis.example');
    const count = async (unitId: string): Promise<number> => {
      const [row] = await test.asUnit<{ n: string }>(
        unitId,
        `select (select count(*) from exchange) + (select count(*) from subject) + (select count(*) from exchange_move)
           + (select count(*) from exchange_message) + (select count(*) from exchange_draft)
           + (select count(*) from subject_identifier) as n`,
      );
      return Number(row?.n);
    };
    expect(await count(olt.unitId)).toBe(0);
    expect(await count(constanta.unitId)).toBeGreaterThan(4);
  });

  it('a name is found in either script, and a page is cut by the cursor', async () => {
    await make.sent();
    await make.sent();
    const find = (text: string, after: string | null = null) =>
      exchanges().list(constanta, 'ALL', { text }, { first: 1, after });
    const first = await find('Shterev');
    const cyrillic = await find('Щерев');
    expect(cyrillic.edges[0]?.node.row.id).toBe(first.edges[0]?.node.row.id);
    expect(first.hasNextPage).toBe(true);
    const second = await find('Shterev', first.edges[0]?.cursor ?? null);
    expect(second.edges[0]?.node.row.id).not.toBe(first.edges[0]?.node.row.id);
  });
});

describe('the audit trail', () => {
  it('holds exactly one event for every act, allowed or refused, and for every read', async () => {
    const count = async () => {
      const [row] = await test.behind<{ n: number }>('select count(*)::int as n from audit_event');
      return row?.n ?? 0;
    };
    const id = await make.sent();
    const before = await count();
    await exchanges().get(constanta, id);
    await exchanges().list(constanta, 'ALL', {}, {});
    await test.app
      .get(ReplyMoves)
      .accept(constanta, { id, version: 2, idempotencyKey: freshKey() })
      .catch(() => null);
    await test.app.get(ReplyMoves).accept(dobrich, { id, version: 2, idempotencyKey: freshKey() });
    expect((await count()) - before).toBe(4);
    const events = await test.behind<{ action: string; outcome: string }>(
      'select action, outcome from audit_event where resource_id = $1 order by at, id',
      [id],
    );
    expect(events.map(({ action, outcome }) => `${action} ${outcome}`).slice(-3)).toEqual([
      'exchange.view ALLOWED',
      'exchange.accept REFUSED',
      'exchange.accept ALLOWED',
    ]);
  });
});
