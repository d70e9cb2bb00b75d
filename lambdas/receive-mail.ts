/** The function that SES calls for every mail it has received. */
import config from '#config';
import { receiveMail } from '../lib/steps/receive-mail.ts';
import { step } from '../lib/steps/retries.ts';
import { openReceiving } from '../lib/steps/open-receiving.ts';

export const handler = step('receive-mail', receiveMail, () => openReceiving(config));
