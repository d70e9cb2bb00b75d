/** Loads a synthesized stack and resolves it to resources with local names. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNT, type Resource } from './contract.ts';
import { noValue, resolve, type Scope, TemplateError } from './intrinsics.ts';
import { type Identity, identify, type Place } from './resource-types.ts';

export interface TemplateOptions {
  /** Folder with `<stack>.template.json` and `<stack>.assets.json`. */
  directory: string;
  /** Base URL that HTTP API endpoints resolve to. */
  url: string;
  /** Needed only where the folder holds several stacks. */
  stack?: string;
  region?: string;
  parameters?: Record<string, string>;
}

/** A stack, resolved. */
export interface Template {
  stack: string;
  resources: Resource[];
  /** Path of a file asset by its S3 key. */
  assetPath(s3Key: string): string;
}

interface RawResource {
  Type: string;
  Properties?: Record<string, unknown>;
  Condition?: string;
  Metadata?: Record<string, unknown>;
}

interface RawTemplate {
  Resources: Record<string, RawResource>;
  Parameters?: Record<string, { Default?: unknown }>;
  Conditions?: Record<string, unknown>;
  Mappings?: Record<string, Record<string, Record<string, unknown>>>;
}

/** Reads and resolves the stack in a directory. */
export function loadTemplate(options: TemplateOptions): Template {
  const stack = options.stack ?? onlyStack(options.directory);
  const raw = readJson(join(options.directory, `${stack}.template.json`)) as RawTemplate;
  const place: Place = { stack, region: options.region ?? 'eu-central-1', account: ACCOUNT, url: options.url };
  return {
    stack,
    resources: new StackResolver(raw, place, options.parameters ?? {}).resources(),
    assetPath: assetPaths(options.directory, stack),
  };
}

function onlyStack(directory: string): string {
  const suffix = '.template.json';
  const stacks = readdirSync(directory)
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length));
  if (stacks.length === 1) return stacks[0]!;
  throw new TemplateError(`${directory}: expected one ${suffix}, found ${stacks.length ? stacks.join(', ') : 'none'}`);
}

function assetPaths(directory: string, stack: string): (s3Key: string) => string {
  const file = join(directory, `${stack}.assets.json`);
  const manifest = readJson(file) as {
    files: Record<string, { source: { path: string }; destinations: Record<string, { objectKey: string }> }>;
  };
  const paths = new Map<string, string>();
  for (const { source, destinations } of Object.values(manifest.files)) {
    for (const { objectKey } of Object.values(destinations)) paths.set(objectKey, join(directory, source.path));
  }
  return (s3Key) => {
    const path = paths.get(s3Key);
    if (!path) throw new TemplateError(`${file}: no asset has the key ${s3Key}`);
    return path;
  };
}

/** Resolves lazily, so that the order of resources in the template does not matter. */
class StackResolver implements Scope {
  readonly #raw: RawTemplate;
  readonly #place: Place;
  readonly #parameters: Record<string, string>;
  readonly #identities = new Map<string, Identity>();
  readonly #underWay = new Set<string>();

  constructor(raw: RawTemplate, place: Place, parameters: Record<string, string>) {
    this.#raw = raw;
    this.#place = place;
    this.#parameters = parameters;
  }

  resources(): Resource[] {
    const present = Object.entries(this.#raw.Resources).filter(
      ([id, { Condition }]) => Condition === undefined || this.condition(Condition, id),
    );
    const resources = present.map(([logicalId, resource]) => this.#resource(logicalId, resource));
    return this.#withLocalUrls(resources);
  }

  #resource(logicalId: string, { Type, Properties, Metadata }: RawResource): Resource {
    const { ref, arn } = this.#identity(logicalId, logicalId);
    const properties = resolve(Properties ?? {}, `${logicalId}.Properties`, this) as Record<string, unknown>;
    const path = Metadata?.['aws:cdk:path'];
    return { logicalId, type: Type, ref, arn, properties, ...(typeof path === 'string' ? { path } : {}) };
  }

  ref(logicalId: string, at: string): unknown {
    const pseudo = pseudoParameters[logicalId];
    if (pseudo) return pseudo(this.#place);
    const parameter = this.#raw.Parameters?.[logicalId];
    if (!parameter) return this.#identity(logicalId, at).ref;
    const value = this.#parameters[logicalId] ?? parameter.Default;
    if (value === undefined) throw new TemplateError(`${at}: parameter ${logicalId} has neither value nor default`);
    return value;
  }

  attribute(logicalId: string, attribute: string, at: string): unknown {
    const { attributes } = this.#identity(logicalId, at);
    if (attribute in attributes) return attributes[attribute];
    const type = this.#raw.Resources[logicalId]?.Type;
    if (type === 'AWS::SSM::Parameter' && (attribute === 'Value' || attribute === 'Type')) return this.#property(logicalId, attribute);
    throw new TemplateError(`${at}: attribute ${attribute} of ${logicalId} (${type}) is not known to the small AWS`);
  }

  condition(name: string, at: string): boolean {
    const condition = this.#raw.Conditions?.[name];
    if (condition === undefined) throw new TemplateError(`${at}: there is no condition ${name}`);
    return resolve(condition, `Conditions.${name}`, this) === true;
  }

  mapping(map: string, first: string, second: string): unknown {
    const value = this.#raw.Mappings?.[map]?.[first]?.[second];
    if (value === undefined) throw new TemplateError(`Mappings.${map}: no value at ${first}.${second}`);
    return value;
  }

  #identity(logicalId: string, at: string): Identity {
    const known = this.#identities.get(logicalId);
    if (known) return known;
    const resource = this.#raw.Resources[logicalId];
    if (!resource) throw new TemplateError(`${at}: there is no resource ${logicalId}`);
    if (this.#underWay.has(logicalId)) throw new TemplateError(`${at}: the name of ${logicalId} depends on itself`);
    this.#underWay.add(logicalId);
    const property = (name: string) => this.#property(logicalId, name);
    const identity = identify(resource.Type, { logicalId, place: this.#place, property });
    this.#underWay.delete(logicalId);
    if (!identity) throw new TemplateError(`${at}: resource type ${resource.Type}${pathOf(resource)} is not known to the small AWS`);
    this.#identities.set(logicalId, identity);
    return identity;
  }

  #property(logicalId: string, name: string): unknown {
    return resolve(this.#raw.Resources[logicalId]?.Properties?.[name], `${logicalId}.Properties.${name}`, this);
  }

  /** `HttpApi.url` is no attribute but a Fn::Join around the API's id, so it is replaced in the finished strings. */
  #withLocalUrls(resources: Resource[]): Resource[] {
    const apis = resources.filter(({ type }) => type === 'AWS::ApiGatewayV2::Api').map(({ ref }) => ref);
    if (apis.length === 0) return resources;
    const cloudUrl = new RegExp(`https://(?:${apis.join('|')})\\.execute-api\\.[a-z0-9-]+\\.amazonaws\\.com`, 'g');
    const localize = (_: string, value: unknown) => (typeof value === 'string' ? value.replace(cloudUrl, this.#place.url) : value);
    return resources.map((resource) => ({ ...resource, properties: JSON.parse(JSON.stringify(resource.properties, localize)) }));
  }
}

const pseudoParameters: Record<string, (place: Place) => unknown> = {
  'AWS::AccountId': ({ account }) => account,
  'AWS::NoValue': () => noValue,
  'AWS::Partition': () => 'aws',
  'AWS::Region': ({ region }) => region,
  'AWS::StackId': ({ stack, region, account }) => `arn:aws:cloudformation:${region}:${account}:stack/${stack}/local`,
  'AWS::StackName': ({ stack }) => stack,
  'AWS::URLSuffix': () => 'amazonaws.com',
};

function pathOf({ Metadata }: RawResource): string {
  const path = Metadata?.['aws:cdk:path'];
  return typeof path === 'string' ? ` (${path})` : '';
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
