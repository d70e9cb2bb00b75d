/** What people type into a field of one line. */

/** Line breaks and control characters become spaces: nothing typed can reach a mail header or a log as another line. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}
