/** Finds where a mail's headers end. */

/** More is never read, over all parts of a mail. */
export const HEADERS_MAX = 2 ** 18;

/** Where the empty line after the headers begins; the end of a mail that has none; undefined where the headers are too large. */
export function headersEnd(mail: Buffer): number | undefined {
  const end = mail.toString('latin1', 0, HEADERS_MAX).search(/(?:^|\n)\r*\n/);
  if (end !== -1) return end;
  return mail.length <= HEADERS_MAX ? mail.length : undefined;
}
