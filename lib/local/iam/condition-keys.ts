/** The condition keys that requests to the small AWS carry; a policy that asks for any other is refused when it is read. */

/** In lower case, since keys are case-insensitive; `*` stands for a name chosen by the caller. */
const known = [
  'aws:principalaccount',
  'aws:principalarn',
  'aws:requestedregion',
  'aws:securetransport',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceowner',
  'dynamodb:leadingkeys',
  'kms:calleraccount',
  'kms:encryptioncontext:*',
  'kms:encryptioncontextkeys',
  'kms:requestalias',
  'kms:resourcealiases',
  'kms:viaservice',
  's3:delimiter',
  's3:if-match',
  's3:if-none-match',
  's3:max-keys',
  's3:prefix',
  's3:tlsversion',
  'ses:fromaddress',
  'ses:recipients',
];

/** Whether requests carry this key where AWS's would. */
export function isKnownKey(key: string): boolean {
  const name = key.toLowerCase();
  return known.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
}
