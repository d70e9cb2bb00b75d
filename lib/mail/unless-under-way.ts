/** For doors: a mail that another attempt has claimed is on its way. */
import { TransientError } from '../domain/errors.ts';

/**
 * For doors where nobody would try again: a mail that another attempt has claimed is on its way, and the sweep sees to
 * it that it arrives.
 */
export async function unlessUnderWay(sending: Promise<unknown>): Promise<void> {
  try {
    await sending;
  } catch (error) {
    if (!(error instanceof TransientError && error.code === 'system-conflict')) throw error;
  }
}
