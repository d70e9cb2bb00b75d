/** Addresses: compared in one form, and refused where mail could not arrive or would say more than an address. */
import { describe, expect, it } from 'vitest';
import { isDeliverable, normaliseEmail } from '../../lib/domain/person.ts';

describe('an address', () => {
  it.each(['a@b.de', "o'hara+shop@mail.example.co.uk", 'x_y-z=1@xn--mnchen-3ya.example', `${'a'.repeat(64)}@example.org`])(
    'can be reached: %s',
    (email) => {
      expect(isDeliverable(email)).toBe(true);
    },
  );

  it.each([
    'müller@example.org',
    'a@münchen.example',
    'a@b',
    '@example.org',
    'a@',
    'a b@example.org',
    '.a@example.org',
    'a.@example.org',
    'a..b@example.org',
    'a@exa..mple.org',
    'a@-example.org',
    'a@example.org\r\nBcc: everybody@example.org',
    'a@example.org\n',
    'a@example.org,b@example.org',
    'Erika <a@example.org>',
    '"a b"@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.org`,
  ])('is refused: %j', (email) => {
    expect(isDeliverable(email)).toBe(false);
  });

  it('is the same person in any case, with spaces around and in either Unicode form', () => {
    expect(normaliseEmail('  Erika@Example.ORG ')).toBe('erika@example.org');
    expect(normaliseEmail('u\u0308@x.de')).toBe(normaliseEmail('\u00fc@x.de'));
  });
});
