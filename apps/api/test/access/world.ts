import { ApprovalMoves, ReplyMoves } from '../../src/exchanges';
import { freshKey } from '../support/browser';
import { ANSWER, ExchangeFactory } from '../support/exchange-factory';
import type { TestApp } from '../support/app';
import { attachFile } from '../support/attach-file';
import { UNIT_OF } from './actors';

/** The officers who made the samples. */
const ASKING = 'elena.popescu@ct.ajpis.example';
const ASKED = 'maria.ivanova@dob.asp.example';

/** An exchange with the version a move must name. */
interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** A file of a draft. */
interface DraftFile {
  readonly file: string;
  readonly exchange: string;
}

/** What the probes ask about. */
export interface World {
  /** Sent, accepted and answered. */
  readonly exchange: { readonly id: string; readonly number: string };
  /** Officer and unit that stand behind it. */
  readonly officer: string;
  readonly units: Readonly<Record<'asking' | 'asked', string>>;
  /** A colleague in the asking unit whom probes may change. */
  readonly colleague: { readonly id: string; readonly version: number };
  /** A training of the asking unit, with one person enrolled. */
  readonly training: string;
  readonly agreement: string;
  /** A partner system of the asking unit. */
  readonly partnerSystem: string;
  /** A day off of the asking country that lies ahead. */
  readonly calendarDay: string;
  /** An accepted exchange whose answer was submitted for approval, with a message. */
  readonly submittedAnswer: string;
  /** A file attached to a draft of the asking unit, attached anew when a probe has removed the last one. */
  readonly draftFile: () => Promise<DraftFile>;
  /** An exchange in a state, made anew when a probe has moved the last one. */
  readonly inState: (state: Moved) => Promise<Versioned>;
}

/** States a probe may need an exchange in. */
export type Moved = 'draft' | 'sent' | 'accepted' | 'answered' | 'closed';
const STATE: Readonly<Record<Moved, string>> = {
  draft: 'DRAFT',
  sent: 'SENT',
  accepted: 'ACCEPTED',
  answered: 'ANSWERED',
  closed: 'CLOSED',
};

const idOf = async (test: TestApp, sql: string, params: unknown[] = []): Promise<string> => {
  const [row] = await test.behind<{ id: string }>(sql, params);
  return row!.id;
};

/** A pool of exchanges by state: as long as nobody moved the last one it is used again. */
const pool = (test: TestApp, make: ExchangeFactory) => {
  const last = new Map<Moved, string>();
  return async (wanted: Moved): Promise<Versioned> => {
    const known = last.get(wanted);
    if (known !== undefined) {
      const [row] = await test.behind<Versioned & { state: string }>(
        'select id, version, state from exchange where id = $1',
        [known],
      );
      if (row?.state === STATE[wanted]) return { id: row.id, version: row.version };
    }
    const id = await make[wanted]();
    last.set(wanted, id);
    const [row] = await test.behind<Versioned>('select id, version from exchange where id = $1', [id]);
    return row!;
  };
};

/** The file of a draft, used again as long as nobody removed it. */
const filePool = (test: TestApp, make: ExchangeFactory, inState: World['inState']) => {
  let last: DraftFile | null = null;
  return async (): Promise<DraftFile> => {
    const { id } = await inState('draft');
    const known = await test.behind('select 1 from exchange_file where id = $1 and exchange_id = $2', [
      last?.file,
      id,
    ]);
    if (last === null || known.length === 0)
      last = { file: await attachFile(test, make.requester, id, 'REQUEST'), exchange: id };
    return last;
  };
};

/** Submits an answer for approval while the asked unit asks for one. */
const submitAnswer = async (test: TestApp, make: ExchangeFactory): Promise<string> => {
  const asking = (fourEyes: boolean) =>
    test.behind('update unit set four_eyes = $2 where code = $1', [UNIT_OF.asked, fourEyes]);
  const id = await make.accepted();
  const version = await make.version(id);
  await asking(true);
  const input = { id, version, idempotencyKey: freshKey(), ...ANSWER, note: 'invented' };
  await test.app.get(ApprovalMoves).submitAnswer(make.replier, input);
  await asking(false);
  return id;
};

/** Makes the samples. */
export const makeWorld = async (test: TestApp): Promise<World> => {
  const make = new ExchangeFactory(test.app, await test.actor(ASKING), await test.actor(ASKED));
  const inState = pool(test, make);
  const answered = await make.accepted();
  await attachFile(test, make.replier, answered, 'ANSWER');
  await test.app.get(ReplyMoves).answer(make.replier, {
    id: answered,
    version: await make.version(answered),
    idempotencyKey: freshKey(),
    ...ANSWER,
  });
  const [numbered] = await test.behind<{ number: string }>('select number from exchange where id = $1', [
    answered,
  ]);
  // Free texts of the sample must be there to be hidden.
  await test.behind(
    `update exchange set urgency_reason = 'invented', national_file_number = 'CT-1' where id = $1`,
    [answered],
  );
  await test.behind(`update exchange_move set note = 'invented' where exchange_id = $1`, [answered]);
  await test.behind(`update subject set patronymic = 'Петров' where exchange_id = $1`, [answered]);
  const submittedAnswer = await submitAnswer(test, make);
  const units = {
    asking: await idOf(test, 'select id from unit where code = $1', [UNIT_OF.asking]),
    asked: await idOf(test, 'select id from unit where code = $1', [UNIT_OF.asked]),
  };
  const officer = await idOf(test, 'select id from account where email = $1', [ASKING]);
  const [colleague] = await test.behind<{ id: string; version: number }>(
    `select id, version from account where email = 'andrei.marin@ct.ajpis.example'`,
  );
  const training = await idOf(
    test,
    'select id from training_session where starts_on > current_date order by starts_on, id limit 1',
  );
  await test.behind('update training_session set unit_id = $2, seats = 200, enrolled = 0 where id = $1', [
    training,
    units.asking,
  ]);
  await test.behind('delete from enrolment where session_id = $1', [training]);
  await test.behind(
    `insert into enrolment (id, session_id, account_id, unit_id, enrolled_at)
     values (gen_random_uuid(), $1, $2, $3, now())`,
    [training, officer, units.asking],
  );
  await test.behind('update training_session set enrolled = 1 where id = $1', [training]);
  return {
    exchange: { id: answered, number: numbered!.number },
    officer,
    units,
    colleague: colleague!,
    training,
    agreement: await idOf(test, 'select id from agreement limit 1'),
    partnerSystem: await idOf(
      test,
      `insert into api_client (id, name, unit_id, types, jwks)
       values (gen_random_uuid(), 'Sample', $1, array['EX02'], '{"keys": []}') returning id`,
      [units.asking],
    ),
    calendarDay: await idOf(
      test,
      `select id from working_calendar_day where country = 'RO' and day > current_date order by day limit 1`,
    ),
    submittedAnswer,
    draftFile: filePool(test, make, inState),
    inState,
  };
};
