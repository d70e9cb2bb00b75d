/** What SES finds about a mail. Nothing is examined here: a mail that is to be found spam says so itself, in its first line. */

const statuses = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED'] as const;
export type Status = (typeof statuses)[number];

const names = ['spam', 'virus', 'spf', 'dkim', 'dmarc'] as const;
export type Verdicts = Record<(typeof names)[number], Status>;

/** A line of `X-Local-Verdicts` that means nothing. */
export class VerdictsError extends Error {
  override name = 'VerdictsError' as const;
}

const byDefault: Verdicts = { spam: 'PASS', virus: 'PASS', spf: 'GRAY', dkim: 'GRAY', dmarc: 'GRAY' };

const field = 'x-local-verdicts:';

/** `X-Local-Verdicts: dmarc=PASS, spam=FAIL` is taken off when it is the first line. Throws VerdictsError. */
export function takeVerdicts(mail: Buffer): { verdicts: Verdicts; mail: Buffer } {
  if (mail.subarray(0, field.length).toString('latin1').toLowerCase() !== field) return { verdicts: byDefault, mail };
  const newline = mail.indexOf('\n');
  const end = newline < 0 ? mail.length : newline + 1;
  const given = mail.subarray(field.length, end).toString('latin1').split(',').map(readOne);
  return { verdicts: { ...byDefault, ...Object.fromEntries(given) }, mail: mail.subarray(end) };
}

function readOne(written: string): [string, Status] {
  const [name = '', status = ''] = written.trim().split('=');
  const known = statuses.find((one) => one === status.toUpperCase());
  if ((names as readonly string[]).includes(name) && known !== undefined) return [name, known];
  throw new VerdictsError(
    `X-Local-Verdicts takes ${names.join(', ')}, each with one of ${statuses.join(', ')}, e.g. dmarc=PASS, spam=FAIL`,
  );
}
