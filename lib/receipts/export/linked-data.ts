/** Receipts as linked data: the vocabularies, the parties and the notation that all kinds share. */
import type { EveryField } from '../payload.ts';

/** A node or a value of JSON-LD. */
export type Node = { [key: string]: NodeValue };
export type NodeValue = string | number | boolean | Node | readonly NodeValue[];

export const CONTEXT = {
  dpv: 'https://w3id.org/dpv#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  'legal-us': 'https://w3id.org/dpv/legal/us#',
  justifications: 'https://w3id.org/dpv/justifications#',
  pd: 'https://w3id.org/dpv/pd#',
  loc: 'https://w3id.org/dpv/loc#',
  dct: 'http://purl.org/dc/terms/',
  dcat: 'http://www.w3.org/ns/dcat#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'https://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** Of ISO/IEC TS 27560 in DPV. */
export const PROFILE = 'https://w3id.org/dpv/schema/dpv-27560#';

/** A term of a vocabulary, or another resource. */
export const ref = (iri: string): Node => ({ '@id': iri });

export const instant = (value: string): Node => ({ '@type': 'xsd:dateTime', '@value': value });
const day = (value: string): Node => ({ '@type': 'xsd:date', '@value': value });
export const duration = (value: string): Node => ({ '@type': 'xsd:duration', '@value': value });
/** Text in the language of the receipt. */
export const said = (value: string, lang: string): Node => ({ '@language': lang, '@value': value });

/** A receipt by the hash of its compact form (RFC 6920). */
export const byHash = (hash: string): Node => ref(`ni:///sha-256;${hash.replace('sha256:', '')}`);

/** What holds up to and with a day. */
export const until = (on: string): Node => ({ '@type': 'dpv:UntilTimeDuration', 'rdf:value': day(on) });

/** Under a key where there is something; nothing otherwise. */
export function optional(key: string, value: NodeValue | undefined): Node {
  const empty = value === undefined || (Array.isArray(value) && value.length === 0);
  return empty ? {} : { [key]: value };
}

/** Countries are terms of their own; so are the regions that decide about authorities. */
export const place = (code: string): Node => ref(`loc:${code}`);

/** Laws that DPV has a term for. */
const LAWS: Readonly<Record<string, string>> = {
  'us-ca-ccpa': 'legal-us:law-CA-CCPA',
  'us-co': 'legal-us:law-CO-CPA',
  'us-ct': 'legal-us:law-CT-CTPA',
  'us-nv': 'legal-us:law-NV-NPICICA',
  'us-ut': 'legal-us:law-UT-UCPA',
  'us-va': 'legal-us:law-VA-VCDPA',
};

/** A law by its id; it stays ours where DPV has no term that says the same. */
export function law(id: string): Node {
  const term = LAWS[id];
  return { ...(term === undefined ? {} : { '@id': term }), '@type': 'dpv:Law', 'dct:identifier': id };
}

/** The company: who signed. */
export function controller({ issuer }: Pick<EveryField, 'issuer'>): Node {
  const { id, name, address, role, contact } = issuer;
  return {
    '@id': id,
    '@type': role === 'controller' ? 'dpv:DataController' : 'dpv:DataProcessor',
    'dct:identifier': id,
    'dpv:hasName': name,
    'dpv:hasAddress': address,
    'dpv:hasContact': [`mailto:${contact.email}`, ...(contact.url === undefined ? [] : [contact.url])],
  };
}

/** The person, by the keyed hash alone. */
export function dataSubject({ subject }: Pick<EveryField, 'subject'>): Node {
  return { '@type': 'dpv:DataSubject', 'dct:identifier': subject.ref };
}

/** Whom one can complain to: all authorities named. */
export function authorities({ remedies }: Pick<EveryField, 'remedies'>): Node[] {
  const { complaint } = remedies;
  const all = complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])];
  return all.map(({ name, url, form }) => ({
    '@type': 'dpv:Authority',
    'dpv:hasName': name,
    ...optional('dpv:hasContact', form ?? url),
  }));
}

/** What the top of every record says. */
export function heading(payload: EveryField, type: string): Node {
  return {
    '@context': CONTEXT,
    '@id': payload.verify.url,
    '@type': type,
    'dct:identifier': payload.id,
    'dpv:hasIdentifier': payload.id,
    'dct:created': instant(payload.issuedAt),
    'dct:language': payload.lang,
    'dct:description': said(payload.text, payload.lang),
    'dct:publisher': ref(payload.issuer.id),
  };
}
