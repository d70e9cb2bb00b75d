/** The settings of a deployment: context of the CDK, those of its stage in `cdk.json` over those for all. */
import * as z from 'zod';

/** Settings that cannot be deployed; says which, and what to write instead. */
export class SettingsError extends Error {
  override name = 'SettingsError' as const;
}

/** Runs an entry of the CDK; settings that cannot be deployed are told in words, without a stack of calls. */
export async function tellingFaults(run: () => void | Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

const matching = (pattern: RegExp, write: string) => z.string({ error: write }).regex(pattern, write);

const yesOrNo = z
  .union([z.boolean(), z.enum(['true', 'false'])], { error: 'write true or false' })
  .transform((value) => String(value) === 'true');

const KEYS_WANTED = 'write how many receipt keys there are: 1, and one more for each time you change it';

/** Everything that can be set, and what a wrong value should have been. */
const SHAPE = {
  account: matching(/^\d{12}$/, 'write the twelve digits of the AWS account, in quotes'),
  region: matching(/^[a-z]{2}(-[a-z]+)+-\d$/, 'write a Region such as "eu-central-1"'),
  // Names of resources begin with the stack's, and CloudFormation cuts it where it is longer.
  stackName: matching(/^[A-Za-z][A-Za-z0-9-]{0,23}$/, 'write at most 24 letters, digits and hyphens, a letter first'),
  parameters: matching(/^(\/[\w.-]+)+$/, 'write a path such as "/quittance", without a slash at its end'),
  baseUrl: matching(/^https:\/\/[^/\s]+$/, 'write an origin such as "https://privacy.example.com", without a path'),
  domain: matching(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'write a host name such as "privacy.example.com"'),
  certificate: matching(/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/, 'write the ARN of a certificate of ACM'),
  staffIssuer: matching(/^(local$|https:\/\/\S+$)/, 'write the issuer of your OpenID Connect provider, "https://..."'),
  staffClient: matching(/^\S+$/, 'write the client id of the console at the OpenID Connect provider'),
  alarmEmail: matching(/^\S+@\S+$/, 'write the address that alarms go to'),
  breakGlassRole: matching(/^[\w+=,.@-]{1,64}$/, 'write the name of a role, not its ARN'),
  permissionsBoundary: matching(/^[\w+=,.@-]{1,128}$/, 'write the name of a managed policy, not its ARN'),
  createMailIdentity: yesOrNo,
  receiptKeys: z.coerce.number({ error: KEYS_WANTED }).int(KEYS_WANTED).min(1, KEYS_WANTED).max(99, KEYS_WANTED),
  keepData: yesOrNo,
};

const all = z.strictObject(SHAPE).partial();
export type Settings = z.infer<typeof all>;

/** The boundary of all roles of a stage; the delivery stack makes the policy. */
export const BOUNDARY = 'quittance-boundary';

/** What a stage must say: nothing of it can be guessed, and the template must not depend on who synthesizes. */
const stage = all.extend({
  account: SHAPE.account,
  region: SHAPE.region,
  staffIssuer: SHAPE.staffIssuer,
  parameters: SHAPE.parameters.default('/quittance'),
  permissionsBoundary: SHAPE.permissionsBoundary.default(BOUNDARY),
  keepData: yesOrNo.default(true),
});

/** A stage of `cdk.json`, with the defaults of stages. */
export type Stage = z.infer<typeof stage> & { stackName: string };

/** Names of all settings. */
export const SETTING_NAMES = Object.keys(SHAPE);

type Context = (name: string) => unknown;

function faults(error: z.ZodError, at: string): string[] {
  return error.issues.flatMap(({ code, path, message, ...issue }) => {
    const unknown = code === 'unrecognized_keys' ? (issue as { keys: string[] }).keys : [];
    if (unknown.length > 0) return unknown.map((key) => `${at}.${key} is no setting; docs/operations.md lists them`);
    return [`${[at, ...path.map(String)].join('.')}: ${message}`];
  });
}

function checked<T extends z.ZodType>(shape: T, value: unknown, at: string): z.output<T> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  throw new SettingsError(`The settings cannot be deployed:\n${faults(result.error, at).join('\n')}`);
}

/** The stages of `cdk.json`, by name. */
export function stagesOf(context: Context): Record<string, Stage> {
  const declared = checked(
    z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), z.unknown(), { error: 'write an object with a member for each stage, in cdk.json' }),
    context('stages') ?? {},
    'stages',
  );
  const stages = Object.fromEntries(
    Object.entries(declared).map(([name, value]) => {
      const given = checked(stage, value, `stages.${name}`);
      return [name, { ...given, stackName: given.stackName ?? `Quittance-${name}` }];
    }),
  );
  refuseSharing(stages);
  return stages;
}

/** Two stages in one account and Region must not share a stack or secrets. */
function refuseSharing(stages: Record<string, Stage>): void {
  const seen = new Map<string, string>();
  for (const [name, { account, region, ...rest }] of Object.entries(stages)) {
    for (const setting of ['stackName', 'parameters'] as const) {
      const place = [account, region, setting, rest[setting]].join(' ');
      const other = seen.get(place);
      if (other !== undefined)
        throw new SettingsError(
          `Stages ${other} and ${name} would share ${setting} "${rest[setting]}" in account ${account}, ${region}: give one another value`,
        );
      seen.set(place, name);
    }
  }
}

/** The settings in force: those of the stage named by `-c stage=...`, then the context for all. */
export function settingsOf(context: Context): Settings {
  const names = SETTING_NAMES.filter((name) => context(name) !== undefined);
  const forAll = checked(all, Object.fromEntries(names.map((name) => [name, context(name)])), 'context');
  const name = context('stage');
  if (name === undefined) return consistent(forAll);
  const stages = stagesOf(context);
  const chosen = stages[String(name)];
  if (chosen === undefined)
    throw new SettingsError(`There is no stage "${name}": cdk.json has ${Object.keys(stages).join(', ') || 'none'}, under context.stages`);
  return consistent({ ...forAll, ...chosen });
}

function consistent(settings: Settings): Settings {
  const { domain, certificate, baseUrl, region } = settings;
  if ((domain === undefined) !== (certificate === undefined))
    throw new SettingsError('A domain of its own needs both: domain and certificate (the ARN of a certificate of ACM for it)');
  if (domain !== undefined && baseUrl !== undefined && baseUrl !== `https://${domain}`)
    throw new SettingsError(`baseUrl is ${baseUrl}, but the API's domain is ${domain}: leave baseUrl out`);
  if (certificate !== undefined && region !== undefined && certificate.split(':')[3] !== region)
    throw new SettingsError(`The certificate must lie in the Region of the API, ${region}: request it there`);
  return settings;
}
