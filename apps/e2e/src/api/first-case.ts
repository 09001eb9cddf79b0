import { type InventedPerson, inventedPerson, seededRandom } from '@soc-coop/testing';
import { type Caller, freshKey } from './caller';
import { ACCEPT, ANSWER, CLOSE, OPEN, SAVE, SAVE_ANSWER, SEND, UNIT } from './operations';

/** What every move answers with. */
export interface Step {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly number: string | null;
  readonly side: string | null;
  readonly moves: readonly {
    readonly move: string;
    readonly allowed: boolean;
    readonly refusals: readonly { readonly code: string }[];
  }[];
  readonly timeline: readonly {
    readonly sequence: number;
    readonly move: string;
    readonly stateAfter: string;
  }[];
}

/** A row of a list of exchanges. */
export interface Row {
  readonly id: string;
  readonly number: string | null;
  readonly state: string;
  readonly side: string | null;
}

export const STREET = 'ул. „Отец Паисий“ 33';
export const BACKGROUND = 'Solicitanta spune că locuiește la Dobrich din luna mai.';

/** The person block of somebody invented. */
export const subjectOf = (person: InventedPerson): object => ({
  familyName: person.familyName,
  givenName: person.givenName,
  sex: person.sex === 'female' ? 'F' : 'M',
  birthDate: person.birthDate,
  identifiers: [{ ...person.identifier, country: person.country }],
});

/** A complete request of type EX02: where does this person live? */
export const REQUEST = {
  purpose: 'NEW_APPLICATION',
  background: BACKGROUND,
  address: { country: 'BG', district: 'Добрич', locality: 'Добрич', street: STREET },
  period: { from: '2026-01-01', to: '2026-09-30' },
  questions: {
    Q1: { asked: true, purpose: 'NEW_APPLICATION' },
    Q2: { asked: true, purpose: 'NEW_APPLICATION' },
  },
} as const;

/** A complete answer to it. */
export const REPLY = {
  completeness: 'FULL',
  qualityMark: 'Q1',
  content: {
    answers: {
      Q1: {
        registrations: [
          {
            kind: 'RESIDENCE',
            address: { country: 'BG', district: 'Добрич', locality: 'Добрич', street: STREET },
            from: '2026-05-04',
          },
        ],
      },
      Q2: { result: 'LIVES', since: '2026-05-04' },
    },
  },
} as const;

/** What a case asks, whom, and what it is answered. */
export interface CasePlan {
  readonly type: string;
  /** The code of the unit that is asked. */
  readonly unit: string;
  readonly request: object;
  readonly reply: { readonly completeness: string; readonly qualityMark: string; readonly content: object };
}

/** Where a person lives, asked of Dobrich. */
export const RESIDENCE: CasePlan = { type: 'EX02', unit: 'BG-RDSA-DOB', request: REQUEST, reply: REPLY };

/** A first case between two offices, as far as a test takes it. Every case is about somebody of its own. */
export class FirstCase {
  readonly person: InventedPerson;
  step: Step | null = null;

  constructor(
    private readonly requester: Caller,
    private readonly replier: Caller,
    seed: number,
    private readonly plan: CasePlan = RESIDENCE,
  ) {
    this.person = inventedPerson('BG', seededRandom(seed));
  }

  /** The exchange as the last move left it. */
  get now(): Step {
    if (this.step === null) throw new Error('The case has not been opened yet.');
    return this.step;
  }

  /** What a move needs: the exchange, the version seen last and a key of its own. */
  get hold(): { id: string; version: number; idempotencyKey: string } {
    const { id, version } = this.now;
    return { id, version, idempotencyKey: freshKey() };
  }

  /** Opens it as an empty draft, with the addressee at most. */
  async opened(unitCode = this.plan.unit): Promise<this> {
    const replyingUnit = await unitId(this.requester, unitCode);
    const input = { type: this.plan.type, replyingUnit, idempotencyKey: freshKey() };
    const { openExchange } = await this.requester.ask<{ openExchange: Step }>(OPEN, { input });
    this.step = openExchange;
    return this;
  }

  /** Writes the whole request into the draft. */
  async saved(): Promise<this> {
    const input = {
      ...this.hold,
      replyingUnit: await unitId(this.requester, this.plan.unit),
      nationalFileNumber: '1024/2026',
      content: this.plan.request,
      subject: subjectOf(this.person),
    };
    const saved = await this.requester.ask<{ saveExchangeDraft: { version: number } }>(SAVE, { input });
    this.step = { ...this.now, version: saved.saveExchangeDraft.version };
    return this;
  }

  /** Goes from nothing to a sent request. */
  async sent(): Promise<this> {
    await (await this.opened()).saved();
    return this.leave();
  }

  /** Sends what was written. */
  async leave(): Promise<this> {
    const { sendExchange } = await this.requester.ask<{ sendExchange: Step }>(SEND, { input: this.hold });
    this.step = sendExchange;
    return this;
  }

  /** Goes on until somebody of the other side has accepted it. */
  async accepted(): Promise<this> {
    await this.sent();
    return this.accept();
  }

  /** Goes on until the other side has answered. */
  async answered(): Promise<this> {
    await this.accepted();
    return this.answer();
  }

  /** Goes on to its end. */
  async closed(): Promise<this> {
    await this.answered();
    return this.close();
  }

  /** The other side accepts. */
  async accept(): Promise<this> {
    const { acceptExchange } = await this.replier.ask<{ acceptExchange: Step }>(ACCEPT, { input: this.hold });
    this.step = acceptExchange;
    return this;
  }

  /** The other side saves half an answer; gives the draft's version. */
  async saveHalfAnAnswer(): Promise<number> {
    const { Q2 } = REPLY.content.answers;
    const input = { ...this.hold, version: 0, content: { answers: { Q2 } } };
    const saved = await this.replier.ask<{ saveAnswerDraft: { version: number } }>(SAVE_ANSWER, { input });
    return saved.saveAnswerDraft.version;
  }

  /** The other side answers in full. */
  async answer(): Promise<this> {
    const input = { ...this.hold, ...this.plan.reply };
    const { answerExchange } = await this.replier.ask<{ answerExchange: Step }>(ANSWER, { input });
    this.step = answerExchange;
    return this;
  }

  /** The asking side closes: solved. */
  async close(): Promise<this> {
    const input = { ...this.hold, reasonCode: '01' };
    const { closeExchange } = await this.requester.ask<{ closeExchange: Step }>(CLOSE, { input });
    this.step = closeExchange;
    return this;
  }
}

/** The id of a unit, by its code. */
export async function unitId(caller: Caller, code: string): Promise<string> {
  const { unitByCode } = await caller.ask<{ unitByCode: { id: string } | null }>(UNIT, { code });
  if (unitByCode === null) throw new Error(`There is no unit ${code}.`);
  return unitByCode.id;
}
