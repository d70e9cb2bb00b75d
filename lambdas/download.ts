/** The function of the download pages: the only one that can reach finished packages. */
import config from '#config';
import { presign } from '../lib/steps/open-download.ts';
import { machine, openBase, tokenSecret } from '../lib/steps/open-world.ts';
import { serve } from '../lib/web/serve.ts';
import { createDownloadApp } from '../lib/web/customer/download-app.ts';
import { openDownloadPort } from '../lib/web/customer/open-port.ts';

export const handler = serve(async (onFault) =>
  createDownloadApp(openDownloadPort({ ...openBase(config), ...machine(), ...presign(), ...tokenSecret() }), onFault),
);
