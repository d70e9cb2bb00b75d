/** What each check and reason of a verification means, in plain English, for the command line. */
import type { CheckName, Reason } from './verify.ts';

export const CHECK_WORDS: Record<CheckName, string> = {
  form: 'It has the form of a receipt file',
  header: 'Its header is sound',
  algorithm: 'It is signed with ES256',
  key: 'The key is one of those given',
  signature: 'The signature is right: nothing was changed',
  family: 'It says that it is a receipt',
  payload: 'Its content can be read in one way only',
  proof: 'The log proof can be read',
  log: 'The log is one of those given',
  checkpoint: 'The log signed the state it was in',
  inclusion: 'The receipt is in the log',
};

export const REASON_WORDS: Record<Reason, string> = {
  'not-compact-form': 'it is not three parts joined by dots (compact JWS)',
  'not-canonical-base64url': 'a part is not canonical base64url',
  'header-not-json': 'the header is not a JSON object',
  'critical-header': 'the header demands an extension (crit) that receipts do not have',
  'key-in-header': 'the header brings or names a key of its own',
  'algorithm-not-allowed': 'another algorithm than ES256 is named',
  'unknown-key': 'the key it names is not among those given: another issuer, or an old list of keys',
  'key-not-for-es256': 'the key of that name is not a P-256 signing key',
  'signature-length': 'the signature does not have 64 bytes',
  'signature-wrong': 'the signature does not fit: the receipt was changed, or signed by somebody else',
  'not-a-receipt': 'it is rightly signed, but it is not a receipt',
  'payload-not-json': 'the content is not a JSON object in UTF-8',
  'duplicate-key': 'a JSON key occurs twice',
  'unknown-version': 'this version of receipts is not known here',
  'unknown-kind': 'this kind of receipt is not known here',
  'proof-not-readable': 'the file is not a tlog-proof@v1',
  'unknown-log': 'no key is given for the log it names',
  'log-key-not-readable': 'the key given for the log is not a verifier key for it',
  'checkpoint-not-signed': 'the checkpoint is not signed by the log',
  'not-in-the-log': 'the proof does not lead from this receipt to the checkpoint',
};
