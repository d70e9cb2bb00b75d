/** What the request system itself holds about the person, for programs; the page shows the same. */
import type { PackageContent } from './content.ts';

/** Without names of staff, hashes and ciphertext: the first are about others, the rest say nothing to the person. */
export function requestFile(content: PackageContent): string {
  const { request, person, events } = content;
  return `${JSON.stringify(
    {
      reference: request.reference,
      id: request.id,
      rights: request.rights,
      law: request.law,
      laws: request.laws,
      residence: request.residence ?? null,
      observedCountry: request.observedCountry ?? null,
      brand: request.brand ?? null,
      passedOn: request.passedOn.map(({ to, systems, at }) => ({ to, systems, at })),
      channel: request.channel,
      lang: request.lang,
      receivedAt: request.receivedAt,
      dueOn: request.dueOn,
      person,
      events: events.map(({ at, type }) => ({ at, type })),
      receipts: request.receipts,
    },
    null,
    2,
  )}\n`;
}
