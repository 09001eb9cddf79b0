import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  CloseExchange,
  DraftsService,
  ExchangesService,
  ReplyMoves,
  SendExchange,
} from '../../src/exchanges';
import type { StaffActor } from '../../src/platform/context';
import { freshKey } from './browser';

/** A complete request of type EX02 about an invented person. */
export const requestOf = (overrides: Record<string, unknown> = {}) => ({
  content: {
    purpose: 'NEW_APPLICATION',
    address: { country: 'BG', locality: 'Добрич', street: 'ул. „Дунав“ 12' },
    period: { from: '2025-01-01', to: '2025-12-31' },
    questions: {
      Q1: { asked: true, purpose: 'NEW_APPLICATION' },
      Q2: { asked: true, purpose: 'NEW_APPLICATION' },
    },
    ...overrides,
  },
  subject: {
    familyName: 'Щерев',
    givenName: 'Христо',
    sex: 'M',
    birthDate: '1877-10-15',
    identifiers: [{ type: 'egn', country: 'BG', value: '7730159420' }],
  },
});

/** A complete answer to it. */
export const ANSWER = {
  completeness: 'FULL' as const,
  qualityMark: 'Q1' as const,
  content: {
    answers: {
      Q1: {
        registrations: [
          {
            kind: 'RESIDENCE',
            address: { country: 'BG', locality: 'Добрич', street: 'ул. „Дунав“ 12' },
            from: '2024-05-01',
          },
        ],
      },
      Q2: { result: 'LIVES', since: '2024-05-01' },
    },
  },
};

/** Makes exchanges through the services, as far as a test needs them. */
export class ExchangeFactory {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly requester: StaffActor,
    readonly replier: StaffActor,
  ) {}

  /** The version of an exchange as its requester sees it. */
  async version(id: string): Promise<number> {
    const { row } = await this.app.get(ExchangesService).get(this.requester, id);
    return row.version;
  }

  /** A draft, complete unless told otherwise. */
  async draft(request: { content: object; subject: object } = requestOf()): Promise<string> {
    return this.app.get(DraftsService).open(this.requester, {
      idempotencyKey: freshKey(),
      type: 'EX02',
      replyingUnit: this.replier.unitId,
      content: { ...request.content },
      subject: { ...request.subject },
    });
  }

  /** A sent request. */
  async sent(): Promise<string> {
    const id = await this.draft();
    return this.app.get(SendExchange).send(this.requester, { id, version: 1, idempotencyKey: freshKey() });
  }

  /** An accepted request. */
  async accepted(): Promise<string> {
    const id = await this.sent();
    const version = await this.version(id);
    return this.app.get(ReplyMoves).accept(this.replier, { id, version, idempotencyKey: freshKey() });
  }

  /** An answered request. */
  async answered(): Promise<string> {
    const id = await this.accepted();
    const version = await this.version(id);
    const input = { id, version, idempotencyKey: freshKey(), ...ANSWER };
    return this.app.get(ReplyMoves).answer(this.replier, input);
  }

  /** A closed exchange. */
  async closed(): Promise<string> {
    const id = await this.answered();
    const version = await this.version(id);
    const input = { id, version, idempotencyKey: freshKey(), reasonCode: '01' };
    return this.app.get(CloseExchange).close(this.requester, input);
  }
}
