/** The calendar day a connector counts from. */

/** The ISO date of an instant in a zone. */
export function dayIn(zone: string, ms: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(ms);
}
