/** What somebody pasted or chose, sorted into receipt and proof: the same in the browser and where the form is read without it. */

export interface Given {
  /** Compact JWS. */
  jws: string;
  /** Text of a tlog-proof. */
  proof?: string;
}

const PROOF = 'c2sp.org/tlog-proof';

/** Mail programs wrap long lines; a receipt has no space anywhere. */
const receiptIn = (text: string): string => text.replaceAll(/\s+/g, '');

/** Fields of a form end their lines as mail does, and people copy a line too few or too many. */
const proofIn = (text: string): string => `${text.replaceAll('\r\n', '\n').trim()}\n`;

/** The last of each kind counts; undefined if there is no receipt. */
export function sortGiven(texts: readonly string[]): Given | undefined {
  const given = texts.map((text) => text.trim()).filter((text) => text !== '');
  const receipt = given.findLast((text) => !text.startsWith(PROOF));
  const proof = given.findLast((text) => text.startsWith(PROOF));
  if (receipt === undefined) return undefined;
  return { jws: receiptIn(receipt), ...(proof === undefined ? {} : { proof: proofIn(proof) }) };
}
