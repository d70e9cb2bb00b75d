/** The CDK entry: bundles the functions, then synthesizes the stack. */
import config from '#config';
import { secretNames } from '../lib/domain/config/secret-names.ts';
import { bundleFunctions } from '../lib/infra/bundle.ts';
import { createApp } from '../lib/infra/create-app.ts';

const deployment = { bundles: await bundleFunctions(), mailFrom: config.mailFrom, connectorSecrets: secretNames(config) };
createApp(deployment, { validate: process.env['CDK_VALIDATION'] !== 'false' }).app.synth();
