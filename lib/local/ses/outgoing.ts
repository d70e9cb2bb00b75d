/** What SendRawEmail and SendEmail ask for, brought to one form: an envelope and a raw message. */
import MailComposer from 'nodemailer/lib/mail-composer';
import { addressesIn, checkAddress, checkRecipients } from './addresses.ts';
import { listIn, structureIn, tagsIn, textIn, type QueryInput } from './query-input.ts';
import { checkMessage, headerFields, rejected } from './raw-message.ts';

export interface Envelope {
  source: string;
  recipients: string[];
  configurationSet: string | undefined;
  tags: Record<string, string>;
}

/** Sender and recipients of a call, checked as SES checks them. */
export function envelopeOf(operation: string, input: QueryInput): Envelope {
  const envelope = operation === 'SendRawEmail' ? rawEnvelope(input) : simpleEnvelope(input);
  checkAddress(envelope.source);
  checkRecipients(envelope.recipients);
  return envelope;
}

/** The message of a call, checked as SES checks it. */
export async function messageOf(operation: string, input: QueryInput): Promise<Buffer> {
  const raw = operation === 'SendRawEmail' ? rawMessage(input) : await composed(input);
  checkMessage(raw);
  return raw;
}

function rawMessage(input: QueryInput): Buffer {
  const data = textIn(structureIn(input, 'RawMessage'), 'Data');
  if (data === undefined) throw rejected('Empty raw message');
  return Buffer.from(data, 'base64');
}

/** From the parameters, or from the headers where they are missing. */
function rawEnvelope(input: QueryInput): Envelope {
  const fields = headerFields(rawMessage(input));
  const header = (...names: string[]): string[] => fields.flatMap(({ name, value }) => (names.includes(name.toLowerCase()) ? [value] : []));
  const destinations = listIn(input, 'Destinations').map(String);
  return {
    source: addressesIn(textIn(input, 'Source') ?? header('from')[0] ?? '')[0] ?? '',
    recipients: addressesIn(...(destinations.length > 0 ? destinations : header('to', 'cc', 'bcc'))),
    configurationSet: textIn(input, 'ConfigurationSetName') ?? header('x-ses-configuration-set')[0],
    tags: { ...tagsFromHeader(header('x-ses-message-tags')), ...tagsIn(input) },
  };
}

function simpleEnvelope(input: QueryInput): Envelope {
  const { to, cc, bcc } = destinationOf(input);
  return {
    source: addressesIn(textIn(input, 'ReturnPath') ?? textIn(input, 'Source') ?? '')[0] ?? '',
    recipients: addressesIn(...to, ...cc, ...bcc),
    configurationSet: textIn(input, 'ConfigurationSetName'),
    tags: tagsIn(input),
  };
}

function destinationOf(input: QueryInput): { to: string[]; cc: string[]; bcc: string[] } {
  const destination = structureIn(input, 'Destination');
  const list = (member: string): string[] => listIn(destination, member).map(String);
  return { to: list('ToAddresses'), cc: list('CcAddresses'), bcc: list('BccAddresses') };
}

/** Builds the message of SendEmail; blind copies stand only in the envelope. */
async function composed(input: QueryInput): Promise<Buffer> {
  const message = structureIn(input, 'Message');
  const content = (of: QueryInput, member: string): string | undefined => textIn(structureIn(of, member), 'Data');
  const body = structureIn(message, 'Body');
  const [text, html] = [content(body, 'Text'), content(body, 'Html')];
  if (text === undefined && html === undefined) throw rejected('The message has no body');
  const { to, cc } = destinationOf(input);
  const composer = new MailComposer({
    from: textIn(input, 'Source') ?? '',
    to,
    cc,
    replyTo: listIn(input, 'ReplyToAddresses').map(String),
    subject: content(message, 'Subject') ?? '',
    ...(text === undefined ? {} : { text }),
    ...(html === undefined ? {} : { html }),
  });
  return await composer.compile().build();
}

/** `X-SES-MESSAGE-TAGS: kind=receipt, step=deliver` */
function tagsFromHeader(values: readonly string[]): Record<string, string> {
  const pairs = values.flatMap((value) => value.split(',')).map((pair) => pair.trim().split('='));
  return Object.fromEntries(pairs.flatMap(([name, value]) => (name && value ? [[name, value]] : [])));
}
