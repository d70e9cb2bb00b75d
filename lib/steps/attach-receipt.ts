/** What travels with the mail of a receipt: paper, the signed text, and its proof if the log has it by then. */
import type { Attachment } from '../mail/compose.ts';
import { receiptFiles, receiptPaper } from '../mail/receipt-attachments.ts';
import type { StoredReceipt } from '../receipts/port.ts';
import { reportLogFault } from './issuing.ts';
import type { World } from './world.ts';

type Attaching = Pick<World, 'configuration'>;

/** A log that cannot be read keeps no mail from going out: the proof is on the receipt's page as soon as there is one. */
async function proofOf({ log }: Pick<World, 'log'>, receipt: StoredReceipt): Promise<string | undefined> {
  try {
    return await log.proof(receipt);
  } catch (error) {
    reportLogFault(error);
    return undefined;
  }
}

/** What the law wants sent goes out also if it cannot be printed: the mail and the signed text say all of it. */
async function paperOf({ configuration }: Attaching, receipt: { jws: string; proof?: string }): Promise<Attachment[]> {
  try {
    return [await receiptPaper({ ...receipt, zone: configuration.controller.zone })];
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', step: 'print', failure: (error as Error).name }));
    return [];
  }
}

/** The attachments of a receipt that is mailed before it is logged. */
export async function attachAtOnce(world: Attaching, receipt: { jws: string; proof?: string }): Promise<Attachment[]> {
  return [...(await paperOf(world, receipt)), ...receiptFiles(receipt)];
}

/** The attachments of a stored receipt, with its proof. */
export async function attachReceipt(
  world: Attaching & Pick<World, 'log' | 'receipts'>,
  { requestId, id, jws }: Pick<StoredReceipt, 'requestId' | 'id' | 'jws'>,
): Promise<Attachment[]> {
  // Read again: the log has got it since it was issued.
  const stored = (await world.receipts.ofCase(requestId)).find((receipt) => receipt.id === id);
  const proof = stored && (await proofOf(world, stored));
  return await attachAtOnce(world, { jws, ...(proof === undefined ? {} : { proof }) });
}
