// Checks a receipt of SOC COOP without SOC COOP: plain Node (>= 20), no packages, no network.
//   node receipt.mjs receipt.json keys.json
// `keys.json` is what GET /api/v1/receipts/keys answered, fetched once from a place you trust and kept.
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** RFC 8785 for what a receipt holds: texts, whole numbers, null and objects. */
const canonical = (value) =>
  value === null || typeof value !== 'object'
    ? JSON.stringify(value)
    : `{${Object.keys(value)
        .sort()
        .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
        .join(',')}}`;

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const base64url = (text) => Buffer.from(text, 'utf8').toString('base64url');

const [receiptFile, keysFile] = process.argv.slice(2);
if (!receiptFile || !keysFile) {
  console.error('usage: node receipt.mjs receipt.json keys.json');
  process.exit(2);
}
const signed = read(receiptFile);
const header = JSON.parse(Buffer.from(signed.protected, 'base64url').toString('utf8'));
const key = read(keysFile).keys.find(({ kid }) => kid === header.kid);
if (header.alg !== 'EdDSA' || !key) {
  console.error('NOT VALID: signed with a key that is not in the list');
  process.exit(1);
}
const bytes = Buffer.from(`${signed.protected}.${base64url(canonical(signed.receipt))}`, 'ascii');
const publicKey = createPublicKey({ key: { kty: key.kty, crv: key.crv, x: key.x }, format: 'jwk' });
if (!verify(null, bytes, publicKey, Buffer.from(signed.signature, 'base64url'))) {
  console.error('NOT VALID: these are not the words that were signed');
  process.exit(1);
}
const { number, message, from, to, acceptedAt } = signed.receipt;
console.log(`VALID: ${to} accepted ${number} (version ${message.version}) of ${from} at ${acceptedAt}`);
console.log(`content SHA-256: ${message.sha256}`);
