/** A consent receipt in the form of Kantara's Consent Receipt 1.1: a view for programs that read that; what is signed is ours. */
import { isGiven } from '../build-consent.ts';
import type { ConsentReceipt } from '../payload.ts';

type Decision = ConsentReceipt['decisions'][number];

interface Purpose {
  purpose: string;
  purposeCategory: string[];
  consentType: string;
  piiCategory: string[];
  primaryPurpose: boolean;
  termination: string;
  thirdPartyDisclosure: boolean;
  thirdPartyName?: string;
}

/** Kantara Initiative, Consent Receipt Specification 1.1.0 (2018), section 4. */
export interface KantaraReceipt {
  version: 'KI-CR-v1.1.0';
  jurisdiction: string;
  /** Seconds since the epoch, not milliseconds (4.3.3). */
  consentTimestamp: number;
  collectionMethod: string;
  consentReceiptID: string;
  publicKey?: string;
  language: string;
  piiPrincipalId: string;
  piiControllers: {
    piiController: string;
    onBehalf: boolean;
    contact: string;
    address: { streetAddress: string };
    email: string;
    phone: string;
    piiControllerUrl: string;
  }[];
  policyUrl: string;
  services: { service: string; purposes: Purpose[] }[];
  sensitive: boolean;
  spiCat: string[];
}

/** Kantara's list of purposes, where one of DPV's is the same; otherwise the words the person read. */
const CATEGORIES: Readonly<Record<string, string>> = {
  'dpv:ServiceProvision': '1 - Core Function',
  'dpv:FulfilmentOfContractualObligation': '2 - Contracted Service',
  'dpv:DeliveryOfGoods': '3 - Delivery',
  'dpv:CommunicationManagement': '4 - Contact Requested',
  'dpv:Personalisation': '5 - Personalized Experience',
  'dpv:ServicePersonalisation': '5 - Personalized Experience',
  'dpv:Marketing': '6 - Marketing',
  'dpv:DirectMarketing': '6 - Marketing',
  'dpv:Advertising': '6 - Marketing',
  'dpv:PersonalisedAdvertising': '6 - Marketing',
  'dpv:LegalCompliance': '12 - Legally Required Data Retention',
  'dpv:ServiceOptimisation': '16 - Improve Performance',
};

/** Whoever works for the controller is no third party (ISO/IEC 29100). */
const OWN: readonly string[] = ['processor', 'service-provider', 'contractor'];

function disclosureOf({ recipients = [] }: Decision): Pick<Purpose, 'thirdPartyDisclosure' | 'thirdPartyName'> {
  const names = recipients.filter(({ role }) => !OWN.includes(role)).map(({ name }) => name);
  return names.length === 0 ? { thirdPartyDisclosure: false } : { thirdPartyDisclosure: true, thirdPartyName: names.join(', ') };
}

function purposeOf(decision: Decision, { withdraw, collection }: ConsentReceipt): Purpose {
  const { purpose, data, type, validUntil } = decision;
  const end = `withdrawal at ${withdraw.url}`;
  return {
    purpose: purpose.label,
    purposeCategory: [CATEGORIES[purpose.dpv ?? ''] ?? purpose.label],
    // "MUST contain ... EXPLICIT" or how the person agreed (4.5.6).
    consentType: type === 'dpv:ExplicitlyExpressedConsent' ? 'EXPLICIT' : collection.method,
    piiCategory: data.map(({ label }) => label),
    // The specification means what the service cannot do without: no consent may be a condition of it (Art. 7(4) GDPR).
    primaryPurpose: false,
    termination: validUntil === undefined ? end : `${validUntil}, or ${end}`,
    ...disclosureOf(decision),
  };
}

function controllerOf({ issuer }: ConsentReceipt): KantaraReceipt['piiControllers'][number] {
  const { email, phone = 'N/A', url = issuer.id } = issuer.contact;
  return {
    piiController: issuer.name,
    onBehalf: issuer.role === 'processor',
    contact: email,
    address: { streetAddress: issuer.address },
    email,
    phone,
    piiControllerUrl: url,
  };
}

/** The key that signed, by the thumbprint that our header holds (RFC 9278). */
function keyOf(jws: string): string {
  const { kid } = JSON.parse(Buffer.from(jws.split('.')[0]!, 'base64url').toString()) as { kid: string };
  return `urn:ietf:params:oauth:jwk-thumbprint:sha-256:${kid}`;
}

/**
 * The receipt of what was agreed to. Kantara's form has no state: a yes is all it can say, so refused and withdrawn purposes are left
 * out, and where nothing is agreed to there is no such receipt. With the signed form, the key is named.
 */
export function kantaraReceipt(payload: ConsentReceipt, jws?: string): KantaraReceipt | undefined {
  const given = payload.decisions.filter(isGiven);
  if (given.length === 0) return undefined;
  const sensitive = given.flatMap(({ data }) => data.filter(({ sensitivity }) => sensitivity !== 'normal'));
  return {
    version: 'KI-CR-v1.1.0',
    jurisdiction: payload.jurisdiction,
    consentTimestamp: Math.floor(Math.max(...given.map(({ at }) => Date.parse(at))) / 1000),
    collectionMethod: payload.collection.method,
    consentReceiptID: payload.id,
    ...(jws === undefined ? {} : { publicKey: keyOf(jws) }),
    language: payload.lang,
    piiPrincipalId: payload.subject.ref,
    piiControllers: [controllerOf(payload)],
    policyUrl: payload.notice.url,
    services: [{ service: payload.collection.service, purposes: given.map((decision) => purposeOf(decision, payload)) }],
    sensitive: sensitive.length > 0,
    spiCat: [...new Set(sensitive.map(({ label }) => label))],
  };
}
