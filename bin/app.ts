/** The CDK entry: bundles the functions, then synthesizes the stack. */
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { secretNames } from '../lib/domain/config/secret-names.ts';
import type { Configuration } from '../lib/domain/configuration.ts';
import { bundleFunctions, configurationFile } from '../lib/infra/bundle.ts';
import { createApp } from '../lib/infra/create-app.ts';
import { tellingFaults } from '../lib/infra/settings.ts';

// The same file the bundles are made with: its secrets and its sender are what the functions are allowed to use.
const { default: config } = (await import(pathToFileURL(configurationFile()).href)) as { default: Configuration };
const bundles = await bundleFunctions();
const { mailFrom, mailbox } = config;
const deployment = { bundles, mailFrom, ...(mailbox !== undefined && { mailbox }), connectorSecrets: secretNames(config) };
try {
  await tellingFaults(() => void createApp(deployment, { validate: process.env['CDK_VALIDATION'] !== 'false' }).app.synth());
} finally {
  // The CDK has its own copy.
  rmSync(bundles, { recursive: true });
}
