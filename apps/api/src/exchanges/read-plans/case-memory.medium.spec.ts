import { testApp, type TestApp } from '../../../test/support/app';
import { Browser, freshKey } from '../../../test/support/browser';
import { demoSignIn } from '../../../test/support/demonstration';
import { ANSWER, ExchangeFactory } from '../../../test/support/exchange-factory';
import { Statements } from '../../../test/support/statements';
import { SecretBox } from '../../platform/crypto';
import { FileVault } from '../attachments/file-vault';
import { DraftsService } from '../drafts.service';
import { ExchangesService } from '../exchanges.service';
import { toExchangeModel } from '../graphql/exchange.mapper';
import { SpokenMoves } from '../moves/spoken-moves';
import { CaseMemory } from './case-memory';

const CASE = `query($id: ID!) { exchange(id: $id) { id number state version urgency deadline { due }
  author { familyName } handler { familyName } requestingUnit { code name { ro } } replyingUnit { code }
  subject { pseudonym name { familyName } birthDate details identifiers { masked } }
  request { content author { familyName } authorUnit { code } files { name scan } } answers { version content }
  draft { version content } citation { clause legalBasis agreement { code } } deadlineChanges { to }
  timeline { sequence move note account { familyName } unit { code } } moves { move allowed refusals { code } } } }`;

interface Shown {
  readonly exchange: {
    readonly version: number;
    readonly subject: { readonly name: object | null } | null;
    readonly request: { readonly content: object | null } | null;
    readonly timeline: readonly { readonly move: string; readonly note: string | null }[];
  } | null;
}

const ELENA = 'elena.popescu@ct.ajpis.example';
const MARIA = 'maria.ivanova@dob.asp.example';
const AUDITOR = 'carmen.ilie@anpis.example';

let test: TestApp;
let make: ExchangeFactory;
let statements: Statements;
let id: string;
const people = new Map<string, Browser>();

const signedIn = async (email: string): Promise<Browser> => {
  const known = people.get(email);
  if (known !== undefined) return known;
  const browser = new Browser(test.app, `192.0.2.${people.size + 60}`);
  const { password, codeAt } = demoSignIn(email);
  const { body } = await browser.signIn(email, password);
  if (body.stage !== 'full') await browser.prove(codeAt(new Date()));
  people.set(email, browser);
  return browser;
};

interface Looked {
  readonly shown: Shown | null;
  readonly reasons: unknown;
  readonly reads: number;
}

/** What a reader is shown of the case, and how many statements that took, audit event apart. */
const look = async (email: string): Promise<Looked> => {
  const browser = await signedIn(email);
  let answer: { data: Shown | null; reasons: unknown } = { data: null, reasons: null };
  const asked = await statements.during(async () => {
    answer = await browser.graphql<Shown>(CASE, { id });
  });
  const reads = asked.filter((text) => !text.startsWith('insert into audit_event')).length;
  return { shown: answer.data, reasons: answer.reasons, reads };
};

/** What only those may have who see persons: what the request says, and who it is about. */
const wordsOf = ({ shown }: Looked): readonly unknown[] => {
  const { request, subject, timeline } = shown?.exchange ?? {};
  const reminder = timeline?.find(({ move }) => move === 'REMIND');
  return [request?.content, subject?.name, reminder?.note];
};

/** How many sealed values were opened while something was done. */
const opened = async (work: () => Promise<unknown>): Promise<number> => {
  const open = jest.spyOn(SecretBox.prototype, 'open');
  try {
    await work();
    return open.mock.calls.filter(([purpose]) => /message-content|move-note|subject$/.test(purpose)).length;
  } finally {
    open.mockRestore();
  }
};

/** A clean file of the request. */
const addFile = async (): Promise<void> => {
  const fileId = crypto.randomUUID();
  await test.behind(
    `with content as (insert into exchange_file_content (id, exchange_id, address, size, wrapped_key, scan, scanned_at, stored_at)
       values (gen_random_uuid(), $1, $2, 3, 'sealed', 'CLEAN', now(), now()) returning id)
     insert into exchange_file (id, exchange_id, part, unit_id, message_id, content_id, sealed, media_type, size, added_at, added_by)
     select $2::uuid, $1, 'REQUEST', m.author_unit_id, m.id, content.id, $3, 'text/plain', 3, now(), m.author_id
     from content, exchange_message m where m.exchange_id = $1`,
    [id, fileId, test.app.get(FileVault).sealLabel(fileId, { name: 'act.txt', sha256: 'a'.repeat(64) })],
  );
};

const MOVED_DAY = `with change as (insert into calendar_change (id, country, revision, day_id, action, after, act, at, account_id, unit_id)
    select gen_random_uuid(), 'BG', 900, gen_random_uuid(), 'ADD', '{"day":"2026-12-01","working":false,"name":{"ro":"Zi","bg":"Ден","en":"Day"}}',
      '{"title":"Act","number":null,"date":null,"text":null}', now(), author_id, requesting_unit_id
    from exchange where id = $1 returning id)
  insert into exchange_deadline_change (id, exchange_id, change_id, due_before, due_after, at)
  select gen_random_uuid(), $1, id, '2026-12-01', '2026-12-02', now() from change`;

const remind = async (note: string): Promise<void> => {
  await test.app
    .get(SpokenMoves)
    .remind(make.requester, { id, version: await make.version(id), idempotencyKey: freshKey(), note });
};

beforeAll(async () => {
  test = await testApp();
  make = new ExchangeFactory(test.app, await test.actor(ELENA), await test.actor(MARIA));
  id = await make.accepted();
  await remind('Așteptăm.');
  await test.app.get(DraftsService).saveAnswer(make.replier, {
    ...{ id, version: 0, idempotencyKey: freshKey(), content: ANSWER.content },
  });
  statements = new Statements(test.app);
  for (const email of [MARIA, ELENA, AUDITOR]) await look(email);
}, 120_000);
afterAll(async () => {
  await test.close();
});

describe('a case that is asked for again', () => {
  it('is told, opened and put together once, and says the same', async () => {
    await test.behind('update exchange set version = version where id = $1', [id]);
    let first: Shown | null = null;
    expect(await opened(async () => (first = (await look(MARIA)).shown))).toBeGreaterThan(1);
    let again = await look(MARIA);
    expect(await opened(async () => (again = await look(MARIA)))).toBe(0);
    expect(again.reads).toBe(1);
    expect(again.shown).toEqual(first);
    expect(again.shown?.exchange?.timeline.map(({ note }) => note)).toContain('Așteptăm.');
  });

  it('leaves an event of every look', async () => {
    const events = async () =>
      (
        await test.behind<{ n: number }>(
          `select count(*)::int as n from audit_event where action = 'exchange.view' and resource_id = $1`,
          [id],
        )
      )[0]?.n ?? 0;
    const before = await events();
    await look(MARIA);
    await look(MARIA);
    expect((await events()) - before).toBe(2);
  });

  it.each([
    ['its state of affairs', `update exchange set urgency = 'URGENT' where id = $1`, true],
    ['a message', `update exchange_message set language = language where exchange_id = $1`, false],
    [
      'a move',
      `update exchange_move set note = 'Altfel', sealed_note = null where exchange_id = $1 and sequence = 2`,
      true,
    ],
    ['the person', `update subject set birth_date = '1971-03-05' where exchange_id = $1`, true],
    [
      'the key, sealed anew',
      `update exchange_key set wrapped_key = wrapped_key where exchange_id = $1`,
      false,
    ],
    ['a draft', `update exchange_draft set version = version + 1 where exchange_id = $1`, true],
    ['the name of an office', `update unit set name_ro = name_ro || ' (nou)' where $1 <> ''`, true],
    [
      'the name of an officer',
      `update account set family_name = 'Altfel' where $1 <> '' and email = '${ELENA}'`,
      true,
    ],
    ['a certificate', `update certificate set revoked_on = issued_on where $1 <> ''`, true],
    ['the agreement it was sent under', `update agreement set code = code || '-2' where $1 <> ''`, true],
    ['a file', () => addFile(), true],
    [
      'the judgement of a file',
      `update exchange_file_content set scan = 'INFECTED' where exchange_id = $1`,
      true,
    ],
    ['the due day, by its calendar', MOVED_DAY, true],
  ])('is told anew where this changed: %s', async (_, change, visible) => {
    const before = await look(MARIA);
    expect((await look(MARIA)).reads).toBe(1);
    await (typeof change === 'string' ? test.behind(change, [id]) : change());
    const after = await look(MARIA);
    expect(after.reads).toBe(2);
    expect(JSON.stringify(after.shown) !== JSON.stringify(before.shown)).toBe(visible);
    expect(await look(MARIA)).toEqual({ ...after, reads: 1 });
  });

  it('is told anew after a move of the other side', async () => {
    const notes = ({ shown }: Looked) => shown?.exchange?.timeline.map(({ note }) => note) ?? [];
    const before = notes(await look(MARIA));
    await remind('Mai așteptăm.');
    const after = await look(MARIA);
    expect(after.reads).toBe(2);
    expect(notes(after)).toEqual([...before, 'Mai așteptăm.']);
  });

  it('is read again once it left the memory', async () => {
    await look(MARIA);
    const memory = test.app.get(CaseMemory);
    const keep = jest.spyOn(memory, 'find').mockReturnValue(null);
    let again = await look(MARIA);
    const count = await opened(async () => (again = await look(MARIA)));
    keep.mockRestore();
    expect(count).toBeGreaterThan(1);
    expect(again.reads).toBe(1);
  });
});

describe('what is remembered', () => {
  it('tells nobody without the right to persons what was written for one with it, whoever asked first', async () => {
    const named = await look(MARIA);
    const hidden = await look(AUDITOR);
    expect(wordsOf(named)).toEqual([expect.any(Object), expect.any(Object), 'Așteptăm.']);
    expect(wordsOf(hidden)).toEqual([null, null, null]);
    expect((await look(AUDITOR)).shown).toEqual(hidden.shown);
    expect((await look(MARIA)).shown).toEqual(named.shown);
  });

  it('brings the citation along, worded in the language the reader has now', async () => {
    const worded = async (locale: string): Promise<string | undefined> => {
      await test.behind('update account set locale = $2 where email = $1', [MARIA, locale]);
      const view = await test.app.get(ExchangesService).get(await test.actor(MARIA), id);
      return toExchangeModel(view).citation?.legalBasis;
    };
    const bulgarian = await worded('bg');
    expect(bulgarian).toMatch(/[а-я]/);
    expect(await worded('ro')).toMatch(/[a-z]/);
    expect(await worded('bg')).toBe(bulgarian);
  });

  it("tells each side its own: nothing of the replier's draft to the requester", async () => {
    const replier = await look(MARIA);
    const requester = await look(ELENA);
    expect(replier.shown?.exchange).toHaveProperty('draft.version');
    expect(requester.shown?.exchange).toHaveProperty('draft', null);
    expect((await look(ELENA)).shown).toEqual(requester.shown);
    expect((await look(MARIA)).shown).toEqual(replier.shown);
  });

  it('is of no use where the case left the reach of the office', async () => {
    await look(MARIA);
    const [was] = await test.behind<{ unit: string }>(
      'select replying_unit_id as unit from exchange where id = $1',
      [id],
    );
    await test.behind('update exchange set replying_unit_id = requesting_unit_id where id = $1', [id]);
    const gone = await look(MARIA);
    await test.behind('update exchange set replying_unit_id = $2 where id = $1', [id, was?.unit]);
    expect(gone.shown?.exchange ?? null).toBeNull();
    expect(gone.reasons).toEqual(['exchange.notFound']);
    expect((await look(MARIA)).shown?.exchange?.version).toBeGreaterThan(0);
  });

  it('opens nothing any more once the key of the case is destroyed', async () => {
    expect((await look(MARIA)).shown?.exchange?.request?.content).not.toBeNull();
    await test.behind('delete from exchange_key where exchange_id = $1', [id]);
    const after = await look(MARIA);
    expect(after.shown?.exchange ?? null).toBeNull();
    expect(after.reasons).toEqual(['service.internal']);
  });
});
