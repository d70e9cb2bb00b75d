/** Loads a synthesized stack and resolves it to resources with local names. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ACCOUNT, type Resource } from './contract.ts';
import { noValue, resolve, type Scope, TemplateError } from './intrinsics.ts';
import { type Identity, identify, type Place } from './resource-types.ts';
import { placeOf } from './template-fault.ts';

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
  DependsOn?: string | string[];
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

/** Reads and resolves the stack in a directory. Throws TemplateError naming logical id, CDK path and property of a fault. */
export function loadTemplate(options: TemplateOptions): Template {
  const stack = options.stack ?? onlyStack(options.directory);
  const file = join(options.directory, `${stack}.template.json`);
  const raw = readJson(file) as RawTemplate;
  if (typeof raw.Resources !== 'object') throw new TemplateError(`${file}: there are no Resources`);
  const place: Place = { stack, region: options.region ?? 'eu-central-1', account: ACCOUNT, url: options.url };
  const assetPath = assetPaths(options.directory, stack);
  const resources = new StackResolver(raw, place, options.parameters ?? {}).resources();
  for (const resource of resources) checkContent(resource, assetPath);
  return { stack, resources, assetPath };
}

/** What a property names must be there, and what it holds must be what it says. */
function checkContent(resource: Resource, assetPath: Template['assetPath']): void {
  const { type, properties } = resource;
  const at = `${placeOf(resource)}.Properties`;
  if (type === 'AWS::Lambda::Function') requireAsset((properties['Code'] as { S3Key?: unknown } | undefined)?.S3Key, at, assetPath);
  const definition = properties['DefinitionString'];
  if (type === 'AWS::StepFunctions::StateMachine' && typeof definition === 'string') parseJson(definition, `${at}.DefinitionString`);
}

function requireAsset(s3Key: unknown, at: string, assetPath: Template['assetPath']): void {
  if (typeof s3Key !== 'string') return;
  let path: string;
  try {
    path = assetPath(s3Key);
  } catch (error) {
    throw new TemplateError(`${at}.Code.S3Key: ${(error as Error).message}`);
  }
  if (!existsSync(path)) throw new TemplateError(`${at}.Code.S3Key: the asset ${path} is missing; synthesize again`);
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
    if (!path) throw new TemplateError(`no asset has the key ${s3Key} in ${basename(file)}`);
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
      ([id, { Condition }]) => Condition === undefined || this.condition(Condition, `${this.#at(id)}.Condition`),
    );
    for (const [id, { DependsOn = [] }] of present) this.#requireNeighbours(id, [DependsOn].flat());
    const resources = present.map(([logicalId, resource]) => this.#resource(logicalId, resource));
    return this.#withLocalUrls(resources);
  }

  #resource(logicalId: string, resource: RawResource): Resource {
    const at = this.#at(logicalId);
    const { ref, arn } = this.#identity(logicalId, at);
    const properties = resolve(resource.Properties ?? {}, `${at}.Properties`, this) as Record<string, unknown>;
    const path = pathOf(resource);
    return { logicalId, type: resource.Type, ref, arn, properties, ...(path === undefined ? {} : { path }) };
  }

  #at(logicalId: string): string {
    const path = pathOf(this.#raw.Resources[logicalId]);
    return placeOf({ logicalId, ...(path !== undefined && { path }) });
  }

  #requireNeighbours(logicalId: string, neighbours: readonly string[]): void {
    const missing = neighbours.find((id) => this.#raw.Resources[id] === undefined);
    if (missing !== undefined) throw new TemplateError(`${this.#at(logicalId)}.DependsOn: there is no resource ${missing}`);
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

  mapping([map, first, second]: readonly string[], at: string): unknown {
    const value = this.#raw.Mappings?.[map ?? '']?.[first ?? '']?.[second ?? ''];
    if (value === undefined) throw new TemplateError(`${at}: no value at Mappings.${map}.${first}.${second}`);
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
    if (!identity) throw new TemplateError(`${this.#at(logicalId)}: resource type ${resource.Type} is not known to the small AWS`);
    this.#identities.set(logicalId, identity);
    return identity;
  }

  #property(logicalId: string, name: string): unknown {
    return resolve(this.#raw.Resources[logicalId]?.Properties?.[name], `${this.#at(logicalId)}.Properties.${name}`, this);
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

/** `Table (Shop/Table/Resource)`: how messages begin. */
function pathOf(resource: RawResource | undefined): string | undefined {
  const path = resource?.Metadata?.['aws:cdk:path'];
  return typeof path === 'string' ? path : undefined;
}

function readJson(file: string): unknown {
  if (!existsSync(file)) throw new TemplateError(`${file} is missing`);
  return parseJson(readFileSync(file, 'utf8'), file);
}

function parseJson(text: string, at: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TemplateError(`${at}: no JSON (${(error as Error).message})`);
  }
}
