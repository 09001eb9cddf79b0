import { createPublicKey, verify } from 'node:crypto';
import { canonical, canonicalHash } from '../canonical';
import type { Facts, MessageFact, MoveFact, Problem, ReceiptFact } from '../facts';
import { groupBy } from '../grouping';

const hashes = (messages: readonly MessageFact[]): Problem[] =>
  messages
    .filter(({ said, sha256 }) => canonicalHash({ v: 1, ...said }) !== sha256)
    .map(({ id, kind, version }) => ({
      rule: 'what was sent is what was hashed',
      detail: `${kind} ${version} ${id} does not hash to what stands with it`,
    }));

const problem = (detail: string): Problem => ({ rule: 'every acceptance has its receipt', detail });
const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

/** As `docs/verify/receipt.mjs` does. */
const isSigned = (one: ReceiptFact, keys: Facts['signingKeys']): boolean => {
  const header = JSON.parse(Buffer.from(one.protected, 'base64url').toString('utf8')) as {
    alg?: string;
    kid?: string;
  };
  const x = keys[header.kid ?? ''];
  if (header.alg !== 'EdDSA' || x === undefined) return false;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const bytes = Buffer.from(`${one.protected}.${base64url(canonical(one.receipt))}`, 'ascii');
  return verify(null, bytes, key, Buffer.from(one.signature, 'base64url'));
};

const judge = (one: ReceiptFact, facts: Facts, hashOf: ReadonlyMap<string, string>): Problem[] => {
  const { message } = one.receipt as { message?: { id?: string; sha256?: string } };
  const isTrue = message?.id === one.messageId && message.sha256 === hashOf.get(one.messageId);
  if (!isTrue) return [problem(`the receipt of ${one.messageId} is of another content`)];
  return isSigned(one, facts.signingKeys)
    ? []
    : [problem(`the receipt of ${one.messageId} is not signed by us`)];
};

const countReceipts = (accepted: readonly MoveFact[], receipts: readonly ReceiptFact[]): Problem[] => {
  const found = groupBy(receipts, ({ exchangeId }) => exchangeId);
  return accepted.flatMap(({ exchangeId }) => {
    const times = found.get(exchangeId)?.length ?? 0;
    return times === 1 ? [] : [problem(`${exchangeId} was accepted and has ${times} receipts`)];
  });
};

/** What was sent hashes to what stands with it, and each acceptance has one receipt, signed over that hash. */
export const checkMessages = (facts: Facts): readonly Problem[] => {
  const hashOf = new Map(facts.messages.map(({ id, sha256 }) => [id, sha256]));
  const accepted = facts.moves.filter(({ move }) => move === 'ACCEPT');
  return [
    ...hashes(facts.messages),
    ...countReceipts(accepted, facts.receipts),
    ...facts.receipts.flatMap((one) => judge(one, facts, hashOf)),
  ];
};
