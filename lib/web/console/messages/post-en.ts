/** Texts of letters on paper and of mails that did not arrive, on the staff pages, in English. */

export const postEn = {
  what: 'About',
  written: 'Written',
  envelope: 'On the envelope',
  noAddress:
    'Nobody knows where the person lives. Find out, and write the address here. If you have only a telephone number, read the letter out and give the day below; the number is in the request with the personal details.',
  addressWrong: 'The address is wrong or out of date',
  newAddress: 'Address',
  newAddressHint: 'Line by line, as it stands on an envelope, without the name.',
  addressSubmit: 'Use this address',
  addressMissing: (lines: number) => `Write an address of one to ${lines} lines, each at most 80 characters long`,
  print: 'To print',
  letterFile: 'The letter (PDF)',
  enclosure: (name: string) => `To put in with it: ${name} (PDF)`,
  copy: 'To put in with it: the copy of the data',
  copyHint:
    'Opening it is recorded with your name. Download the package, open its page index.html and print that; where it leads to files, print those too. Then delete the package from your computer.',
  gone: 'The personal details have been purged, and the letter with them. If it was posted before, say when.',
  posted: 'Posted',
  on: 'Posted on',
  onHint: 'The day on which it was handed to the post. From that day on it counts as sent.',
  onMissing: 'Give the day on which it was posted',
  submit: 'Record as posted',
};

export const failedMailEn = {
  unknown: 'A mail that is not known any more',
  complaintLead:
    'The person’s mail program reported this mail as unwanted. That stops nothing the law wants told: answers go on. See whether the person wants them another way.',
  noReason: 'The report does not say why.',
  types: {
    Permanent: 'The mailbox will not take mail: trying again is no use.',
    Transient: 'It was tried again and again for hours, and did not work this time.',
    Undetermined: 'The other side gave no reason that can be read.',
    abuse: 'Reported as spam.',
    'auth-failure': 'The other side could not make sure that we sent it.',
    fraud: 'Reported as fraud.',
    'not-spam': 'Reported as not being spam.',
    other: 'Reported for another reason.',
    virus: 'Reported as dangerous.',
  } as Record<string, string>,
  subTypes: {
    NoEmail: 'There is no such address.',
    Suppressed: 'The address bounced before, and the mail service writes to it no more.',
    OnAccountSuppressionList: 'The address is on our own list of those that are not written to.',
    MailboxFull: 'The mailbox is full.',
    MessageTooLarge: 'The mail was too large.',
    ContentRejected: 'What it says was rejected.',
    AttachmentRejected: 'What was attached was rejected.',
  } as Record<string, string>,
  ways: {
    corrected: {
      label: 'Send it to another address',
      hint: 'Only if you know that it is the person’s. The same letter goes there within the hour, and so does everything that follows.',
    },
    print: { label: 'Print and post it', hint: 'The same letter on paper: a task of its own.' },
    told: { label: 'The person was told another way', hint: 'Say how, for the record: by phone, in person.' },
  },
  email: 'The other address',
  emailHint: 'Only for “Send it to another address”. The present one is in the request, under “Show personal details”.',
  submit: 'Go on this way',
  how: 'How was the person told?',
  howHint: 'Only for “The person was told another way”. Write nothing that names anybody.',
};

export type PostTexts = typeof postEn;
export type FailedMailTexts = typeof failedMailEn;
