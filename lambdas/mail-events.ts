/** The function that hears from SES what became of a mail. */
import config from '#config';
import { machine, openBase } from '../lib/steps/open-world.ts';
import { mailEvents } from '../lib/steps/mail-events.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('mail-events', mailEvents, () => ({ ...openBase(config), ...machine() }));
