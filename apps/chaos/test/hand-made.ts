import { generateKeyPairSync, sign } from 'node:crypto';
import { canonical, canonicalHash } from '../src/history/canonical';
import type { Engine } from '../src/history/engine';
import type { HistoryEvent, OperationName } from '../src/history/events';
import type { Facts, MessageFact, MoveFact, OutboxFact, ReceiptFact } from '../src/history/facts';

const CASE = 'case-1';
const PATH: readonly (readonly [OperationName, string])[] = [
  ['OPEN', 'DRAFT'],
  ['SAVE', 'DRAFT'],
  ['SEND', 'SENT'],
  ['ACCEPT', 'ACCEPTED'],
];
const STATES: Readonly<Record<string, string>> = Object.fromEntries(PATH);

/** An engine of four states, so that a test of the checker tests the checker alone. */
export const smallEngine: Engine = {
  deriveState: (moves) => {
    const expected = PATH.filter(([name]) => name !== 'SAVE');
    moves.forEach(({ move }, at) => {
      if (expected[at]?.[0] !== move) throw new Error(`${move} is impossible as move ${at + 1}`);
    });
    return STATES[moves.at(-1)?.move ?? ''] ?? 'nothing';
  },
};

const FILE_HASH = 'f'.repeat(64);

/** A file that was attached without a fault, and read again. */
const fileEvents: readonly HistoryEvent[] = [
  { type: 'attach', key: 'key-file', session: 'elena', exchange: CASE, sha256: FILE_HASH },
  { type: 'attached', key: 'key-file', file: 'file-1' },
  { type: 'downloaded', file: 'file-1', sha256: FILE_HASH, why: null },
];

const signing = generateKeyPairSync('ed25519');
const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

/** The message of that case, hashed by what it says. */
export const messageOf = (content: string, version = 1): MessageFact => {
  const said = {
    exchange: 'RO-CT-2026-000001',
    kind: 'REQUEST',
    version,
    content: { text: content, list: [1, null] },
  };
  return {
    id: `message-${version}`,
    exchangeId: CASE,
    kind: 'REQUEST',
    version,
    sha256: canonicalHash({ v: 1, ...said }),
    said,
  };
};

/** A receipt of a message, signed by a key of this test's. */
export const receiptOf = ({ id, exchangeId, sha256 }: MessageFact): ReceiptFact => {
  const receipt = { format: 'soc-coop-receipt/1', message: { id, sha256 } };
  const header = base64url(canonical({ alg: 'EdDSA', kid: 'test' }));
  const bytes = Buffer.from(`${header}.${base64url(canonical(receipt))}`, 'ascii');
  const signature = sign(null, bytes, signing.privateKey).toString('base64url');
  return { exchangeId, messageId: id, receipt, protected: header, signature };
};

/** What clients knew of one case that went well: opened, saved, sent and accepted. */
export const goodHistory = (): HistoryEvent[] => [...goodMoves(), ...fileEvents];

const goodMoves = (): HistoryEvent[] =>
  PATH.flatMap(([operation], at): HistoryEvent[] => {
    const session = operation === 'ACCEPT' ? 'maria' : 'elena';
    const key = `key-${operation}`;
    const exchange = at === 0 ? null : CASE;
    const marker = operation === 'SAVE' ? '7/2026' : null;
    return [
      { type: 'invoke', key, session, operation, exchange, base: at === 0 ? null : at, marker },
      { type: 'ok', key, session, exchange: CASE, version: at + 1 },
    ];
  });

/** What the primary has of it. */
export const goodFacts = (): { -readonly [K in keyof Facts]: Facts[K] } => {
  const moves = PATH.filter(([name]) => name !== 'SAVE').map(([move, stateAfter], at): MoveFact => ({
    id: `move-${move}`,
    exchangeId: CASE,
    sequence: at + 1,
    move,
    side: move === 'ACCEPT' ? 'REPLIER' : 'REQUESTER',
    stateAfter,
    key: `key-${move}`,
  }));
  const message = messageOf('unde locuiește');
  return {
    moves,
    exchanges: [
      { id: CASE, number: 'RO-CT-2026-000001', state: 'ACCEPTED', version: 4, fileNumber: '7/2026' },
    ],
    audits: [
      ...PATH.map(([name]) => (name === 'SAVE' ? 'exchange.saveDraft' : `exchange.${name.toLowerCase()}`)),
      'file.add',
    ].map((action) => ({ exchangeId: CASE, action, times: 1 })),
    outbox: moves.map(({ id, move }): OutboxFact => ({
      id: `signal-${move}`,
      moveId: id,
      delivered: true,
      notices: move === 'OPEN' ? 0 : 1,
    })),
    messages: [message],
    receipts: [receiptOf(message)],
    signingKeys: { test: signing.publicKey.export({ format: 'jwk' }).x ?? '' },
    files: [{ id: 'file-1', exchangeId: CASE, scan: 'CLEAN', sha256: FILE_HASH }],
    steps: [null, 'unit-1'].map((told) => ({
      exchangeId: CASE,
      step: 'OVERDUE',
      dueOn: '2026-11-20',
      told,
      times: 1,
    })),
    numbersGiven: 1,
  };
};
