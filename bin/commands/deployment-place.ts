/** Where a deployment is: its Region and the prefix of its parameters, as options, `cdk.json` and the environment say. */
import { readFileSync } from 'node:fs';
import { settingsOf } from '../../lib/infra/settings.ts';

interface Place {
  region: string;
  parameters: string;
}

function stageSettings(stage: string | undefined): { region?: string | undefined; parameters?: string | undefined } {
  if (stage === undefined) return {};
  const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as { context: Record<string, unknown> };
  return settingsOf((name) => (name === 'stage' ? stage : context[name]));
}

/** Undefined if nobody says which Region. Throws SettingsError if `cdk.json` has no such stage. */
export function deploymentPlace(asked: { stage?: string | undefined; parameters?: string | undefined }): Place | undefined {
  const stage = stageSettings(asked.stage);
  const region = stage.region ?? process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'];
  return region === undefined ? undefined : { region, parameters: asked.parameters ?? stage.parameters ?? '/quittance' };
}
