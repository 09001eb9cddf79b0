import { testApp, type TestApp } from '../../test/support/app';
import { freshKey } from '../../test/support/browser';
import { ANSWER, ExchangeFactory, requestOf } from '../../test/support/exchange-factory';
import type { StaffActor } from '../platform/context';
import { CorrectionDrafts } from './correction-drafts';
import { ExchangesService } from './exchanges.service';
import { CloseExchange } from './moves/close-exchange';
import { CorrectMessage } from './moves/correct-message';
import { ReplyMoves } from './moves/reply-moves';
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

const viewed = (actor: StaffActor, id: string) => test.app.get(ExchangesService).get(actor, id);
const input = async (id: string) => ({ id, version: await make.version(id), idempotencyKey: freshKey() });
const correcting = () => test.app.get(CorrectMessage);
const note = 'Numărul străzii era greșit.';
const REQUEST = requestOf({
  address: { country: 'BG', locality: 'Добрич', street: 'ул. „Дунав“ 21' },
}).content;
const NEGATIVE = {
  completeness: 'PART' as const,
  qualityMark: 'Q2' as const,
  content: { answers: { ...ANSWER.content.answers, Q2: { gap: 'NK' } } },
};

const correctRequest = async (id: string, more: object = {}) =>
  correcting().correct(constanta, { ...(await input(id)), note, content: REQUEST, ...more });
const correctAnswer = async (id: string, more: object = {}) =>
  correcting().correct(dobrich, { ...(await input(id)), note, ...NEGATIVE, ...more });

describe('correcting what was sent', () => {
  it('adds a version of the request; the earlier one stays as it was', async () => {
    const id = await make.accepted();
    const before = (await viewed(dobrich, id)).messages;
    await correctRequest(id);
    const { row, messages, moves } = await viewed(dobrich, id);
    expect(row.state).toBe('ACCEPTED');
    expect(messages.map(({ kind, version }) => [kind, version])).toEqual([
      ['REQUEST', 1],
      ['REQUEST', 2],
    ]);
    expect(messages[0]).toEqual(before[0]);
    const second = messages[1];
    expect(second?.content?.['address']).toMatchObject({ street: 'ул. „Дунав“ 21' });
    expect(moves.at(-1)).toMatchObject({ move: 'CORRECT', side: 'REQUESTER', note, messageId: second?.id });
  });

  it('hashes the new version like the first, over the person it was sent about', async () => {
    const id = await make.accepted();
    await correctRequest(id);
    const { row, messages, person } = await viewed(dobrich, id);
    const [, second] = messages;
    if (second === undefined || second.content === null) throw new Error('there is no second version');
    expect(second.contentSha256).toBe(
      messageHash({
        exchange: row.number ?? '',
        type: 'EX02',
        formVersion: 1,
        kind: 'REQUEST',
        version: 2,
        from: constanta.unitId,
        to: dobrich.unitId,
        language: 'ro',
        subject: person?.block,
        content: second.content,
        completeness: null,
        qualityMark: null,
        sentAt: second.sentAt.toISOString(),
      }),
    );
  });

  it('adds a version of the answer with its own marks', async () => {
    const id = await make.answered();
    await correctAnswer(id);
    const { messages, row } = await viewed(constanta, id);
    const answers = messages.filter(({ kind }) => kind === 'ANSWER');
    expect(
      answers.map(({ version, completeness, qualityMark }) => [version, completeness, qualityMark]),
    ).toEqual([
      [1, 'FULL', 'Q1'],
      [2, 'PART', 'Q2'],
    ]);
    expect(row.state).toBe('ANSWERED');
  });

  it('holds a later answer against the request in force', async () => {
    const id = await make.accepted();
    const { Q1 } = REQUEST.questions;
    await correctRequest(id, { content: { ...REQUEST, questions: { Q1 } } });
    const answer = async (answers: object) =>
      test.app.get(ReplyMoves).answer(dobrich, { ...(await input(id)), ...ANSWER, content: { answers } });
    await expect(answer(ANSWER.content.answers)).rejects.toMatchObject({ code: 'exchange.contentInvalid' });
    await answer({ Q1: ANSWER.content.answers.Q1 });
    expect((await viewed(constanta, id)).row.state).toBe('ANSWERED');
  });

  it('is refused to a replier who has sent nothing yet, and the list of moves says so', async () => {
    const id = await make.accepted();
    await expect(correctAnswer(id)).rejects.toMatchObject({ code: 'exchange.nothingSentYet' });
    const { allowances } = await viewed(dobrich, id);
    expect(allowances.find(({ move }) => move === 'CORRECT')?.refusals).toEqual([
      { code: 'exchange.nothingSentYet', params: {} },
    ]);
  });

  it('is refused once the case is closed', async () => {
    const id = await make.closed();
    for (const attempt of [correctRequest(id), correctAnswer(id)])
      await expect(attempt).rejects.toMatchObject({ code: 'exchange.moveNotPossible' });
  });

  it('needs a sentence, a change, and everything the first sending needed', async () => {
    const id = await make.answered();
    await expect(correctRequest(id, { note: '  ' })).rejects.toMatchObject({
      code: 'exchange.explanationMissing',
    });
    await expect(correctRequest(id, { content: requestOf().content })).rejects.toMatchObject({
      code: 'exchange.nothingCorrected',
    });
    await expect(
      correctRequest(id, { content: { ...REQUEST, address: { country: 'BG' } } }),
    ).rejects.toMatchObject({ code: 'exchange.contentInvalid' });
    await expect(correctAnswer(id, { qualityMark: null })).rejects.toMatchObject({
      code: 'exchange.contentInvalid',
      params: { problems: [{ path: 'qualityMark', code: 'required', params: {} }] },
    });
    await expect(correctAnswer(id, { content: { answers: {} } })).rejects.toMatchObject({
      code: 'exchange.contentInvalid',
    });
    expect((await viewed(constanta, id)).messages).toHaveLength(2);
  });
});

describe('the draft of a correction', () => {
  const drafts = () => test.app.get(CorrectionDrafts);
  const save = (actor: StaffActor, id: string, version: number, content: Record<string, unknown>) =>
    drafts().save(actor, { id, version, idempotencyKey: freshKey(), content });

  it('is kept sealed for the own side, and gone when the correction is sent', async () => {
    const id = await make.answered();
    expect(await save(constanta, id, 0, { ...REQUEST, background: 'încă scriu' })).toMatchObject({
      version: 1,
    });
    expect((await viewed(constanta, id)).correction?.content['background']).toBe('încă scriu');
    expect((await viewed(dobrich, id)).correction).toBeNull();
    const [row] = await test.behind<{ sealed: string }>(
      `select sealed from exchange_draft where exchange_id = $1 and part = 'REQUEST_CORRECTION'`,
      [id],
    );
    expect(row?.sealed).not.toContain('scriu');
    await correctRequest(id);
    expect((await viewed(constanta, id)).correction).toBeNull();
  });

  it('keeps what was wrong and the marks with the content, and where nothing is said of them what was saved', async () => {
    const id = await make.answered();
    const draft = (version: number) => ({
      id,
      version,
      content: NEGATIVE.content,
      idempotencyKey: freshKey(),
    });
    const said = { completeness: 'NEG', qualityMark: 'Q2', note: 'Адресът е друг.' } as const;
    await drafts().save(dobrich, { ...draft(0), ...said });
    expect((await viewed(dobrich, id)).correction?.marks).toEqual(said);
    await drafts().save(dobrich, draft(1));
    expect((await viewed(dobrich, id)).correction?.marks).toEqual(said);
    await drafts().save(dobrich, { ...draft(2), ...said, qualityMark: null });
    expect((await viewed(dobrich, id)).correction?.marks).toEqual({ ...said, qualityMark: null });
    expect((await viewed(constanta, id)).correction).toBeNull();
  });

  it('of one who saw an older one is a conflict, and of one who sent nothing impossible', async () => {
    const id = await make.answered();
    await save(dobrich, id, 0, NEGATIVE.content);
    await expect(save(dobrich, id, 0, NEGATIVE.content)).rejects.toMatchObject({
      code: 'exchange.changedMeanwhile',
    });
    expect(await save(dobrich, id, 1, NEGATIVE.content)).toMatchObject({ version: 2 });
    const accepted = await make.accepted();
    await expect(save(dobrich, accepted, 0, {})).rejects.toMatchObject({ code: 'exchange.nothingSentYet' });
  });

  it('cannot be written once the case is over', async () => {
    const id = await make.answered();
    await test.app.get(CloseExchange).close(constanta, { ...(await input(id)), reasonCode: '01' });
    await expect(save(constanta, id, 0, {})).rejects.toMatchObject({ code: 'exchange.moveNotPossible' });
  });
});
