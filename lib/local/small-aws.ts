/** Puts the small AWS together: one template, one data directory, two loopback ports. */
import type { Server } from 'node:http';
import path from 'node:path';
import { type AwsFrontOptions, callAsRole, createAwsFront } from './aws-front.ts';
import { systemClock } from './clock.ts';
import { ACCOUNT, type AwsContext, type AwsService, type Clock, type Credentials, type Invoker, type Resource } from './contract.ts';
import { type DataDirectory, openDataDirectory } from './data-directory/open-data-directory.ts';
import { dynamodbService } from './dynamodb/dynamodb-service.ts';
import { createEventBus, type EventBus } from './events/event-bus.ts';
import { createPeopleServer, type LocalPages } from './http-api/people-server.ts';
import { httpApi } from './http-api/routes.ts';
import { type Authorizer, createAuthorizer } from './iam/authorizer.ts';
import { checkDeployment, undeliverable } from './iam/deployment.ts';
import type { Grant } from './iam/grant-ledger.ts';
import { loadPrincipals, type Principals } from './iam/principals.ts';
import { type AsyncInvocations, createAsyncInvocations } from './lambda/async-invocations.ts';
import { functionInvoker, functionTable, invokeForRoute, roleInvoker } from './lambda/function-invoker.ts';
import { lambdaFunctions } from './lambda/functions.ts';
import { lambdaService } from './lambda/lambda-service.ts';
import { logGrants } from './lambda/log-grants.ts';
import { type FunctionLogs, openFunctionLogs } from './lambda/logs.ts';
import { createSandboxPool, type SandboxPool } from './lambda/pool.ts';
import { listen, stop } from './loopback.ts';
import { reportFault } from './report-fault.ts';
import { loadTemplate, type Template } from './template.ts';
import { UndoStack } from './undo-stack.ts';

export interface SmallAwsOptions {
  /** Folder with the synthesized `<stack>.template.json` and `<stack>.assets.json`. */
  templateDir: string;
  /** Everything is kept below it; made with mode 0700. */
  dataDir: string;
  /** The same, opened by the caller, who also closes it; by default it is opened and closed here. */
  directory?: DataDirectory;
  /** For people; 0 takes any free port. */
  port: number;
  /** For the AWS endpoint; any free port by default. */
  awsPort?: number;
  clock?: Clock;
  region?: string;
  stack?: string;
  parameters?: Record<string, string>;
  /** Makes the services that this shell does not bring: states, s3, kms, ssm, ses. */
  services: (context: AwsContext) => AwsService[] | Promise<AwsService[]>;
  /** Pages below `/_local/<name>`. */
  local?: (context: AwsContext) => LocalPages;
  /** Repeats the functions' logs on stderr. */
  verbose?: boolean;
  /** Limits of the sandbox pool, see PoolOptions. */
  sandboxes?: { max?: number; maxPerFunction?: number; idleMs?: number };
}

export interface SmallAws {
  url: string;
  awsUrl: string;
  /** A key that may do everything. */
  operator: { accessKeyId: string; secretAccessKey: string };
  invoker: Invoker;
  resources: readonly Resource[];
  /** True when the process before this one did not end cleanly. */
  unclean: boolean;
  usedGrants(): Grant[];
  unusedGrants(): Grant[];
  /** Resolves when no invocation, retry or service has work under way; for a virtual clock's `settled`. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Starts serving. Rejects with what `openDataDirectory` throws, or TemplateError for a template it cannot follow. */
export async function startSmallAws(options: SmallAwsOptions): Promise<SmallAws> {
  // Lambda runs in UTC, and a thread cannot have a time zone of its own.
  process.env['TZ'] = 'UTC';
  const dataDir = path.resolve(options.dataDir);
  const directory = options.directory ?? openDataDirectory(dataDir);
  const undo = new UndoStack();
  if (options.directory === undefined) undo.add(async () => directory.close());
  try {
    return await assemble({ ...options, dataDir }, directory, undo);
  } catch (error) {
    await undo.run();
    throw error;
  }
}

async function assemble(options: SmallAwsOptions, directory: DataDirectory, undo: UndoStack): Promise<SmallAws> {
  const people = createPeopleServer();
  undo.add(() => stop(people.server));
  const url = await listen(people.server, options.port);
  // The front's services are complete only once their URL is known, which needs the ports.
  const services: AwsService[] = [];
  const core = makeCore(options, url, services);
  const own: AwsService[] = [];
  undo.add(() => closeAll(own));
  undo.add(() => stop(core.front));
  const awsUrl = await listen(core.front, options.awsPort ?? 0);
  const runtime = makeRuntime(options, { core, awsUrl, undo });
  const context = makeContext(options, { core, runtime, url, awsUrl, unclean: directory.unclean });

  own.push(
    await dynamodbService(context),
    lambdaService({ ...runtime, functions: core.functions, region: core.region }),
    runtime.bus.service,
  );
  const given = await options.services(context);
  undo.add(() => closeAll(given));
  services.push(...own, ...given);
  requireDistinct(services);

  // Ended first: nobody new comes in while the rest stops.
  undo.add(() => stop(people.server));
  people.open({
    api: httpApi(core.template.resources),
    invoke: (route, event) => invokeForRoute(route, event, { ...core, invoker: runtime.invoker }),
    clock: core.clock,
    account: ACCOUNT,
    local: options.local?.(context) ?? {},
  });
  for (const service of services) await service.start?.();
  runtime.asyncInvocations.resume();
  runtime.bus.start();
  directory.record();
  return describe({ core, runtime, context, services, undo });
}

interface Core {
  template: Template;
  clock: Clock;
  region: string;
  principals: Principals;
  authorizer: Authorizer;
  functions: ReturnType<typeof functionTable>;
  front: Server;
  frontOptions: AwsFrontOptions;
}

/** Judges calls as the template says; a template that AWS would refuse is refused, and one that fails silently is told of. */
function permissionsOf(resources: readonly Resource[], region: string, dataDir: string): Authorizer {
  const authorizer = createAuthorizer(resources, region, path.join(dataDir, 'grants.json'));
  checkDeployment({ resources, region, authorizer });
  for (const lost of undeliverable({ resources, region, authorizer })) reportFault(lost);
  return authorizer;
}

/** What follows from the template alone. */
function makeCore(options: SmallAwsOptions, url: string, services: AwsService[]): Core {
  const clock = options.clock ?? systemClock();
  const region = options.region ?? 'eu-central-1';
  const { stack, parameters } = options;
  const template = loadTemplate({
    directory: options.templateDir,
    url,
    region,
    ...(stack ? { stack } : {}),
    ...(parameters ? { parameters } : {}),
  });
  const principals = loadPrincipals(template.resources, options.dataDir);
  const authorizer = permissionsOf(template.resources, region, options.dataDir);
  const functions = functionTable(lambdaFunctions(template.resources, template.assetPath));
  const frontOptions = { services, principals, authorizer, clock };
  return { template, clock, region, principals, authorizer, functions, frontOptions, front: createAwsFront(frontOptions) };
}

interface Runtime {
  pool: SandboxPool;
  logs: FunctionLogs;
  invoker: Invoker;
  asyncInvocations: AsyncInvocations;
  bus: EventBus;
}

/** What runs functions: the pool, the asynchronous queue and the event bus. */
function makeRuntime(options: SmallAwsOptions, { core, awsUrl, undo }: { core: Core; awsUrl: string; undo: UndoStack }): Runtime {
  const { clock, region, functions, authorizer, principals } = core;
  const { resources } = core.template;
  const { dataDir, sandboxes = {} } = options;
  const logs = openFunctionLogs(dataDir, options.verbose ?? false, logGrants(resources, { authorizer, region }));
  undo.add(() => logs.close());
  const pool = createSandboxPool({
    clock,
    logs,
    region,
    awsUrl,
    credentials: ({ logicalId }): Credentials => principals.ofFunction(logicalId),
    ...(sandboxes.max ? { maxSandboxes: sandboxes.max } : {}),
    ...(sandboxes.maxPerFunction ? { maxPerFunction: sandboxes.maxPerFunction } : {}),
    ...(sandboxes.idleMs ? { idleMs: sandboxes.idleMs } : {}),
  });
  undo.add(() => pool.close());
  const asyncInvocations = createAsyncInvocations({
    clock,
    functions,
    pool,
    resources,
    region,
    dataDir,
    authorizer,
    putEvents: (events) => bus.putEvents(events),
  });
  undo.add(async () => asyncInvocations.close());
  const bus = createEventBus({
    resources,
    dataDir,
    clock,
    region,
    account: ACCOUNT,
    authorizer,
    invokeAsync: (arn, payload) => asyncInvocations.submit(arn, payload),
  });
  undo.add(async () => bus.close());
  return { pool, logs, asyncInvocations, bus, invoker: functionInvoker(functions, pool) };
}

interface ContextParts {
  core: Core;
  runtime: Runtime;
  url: string;
  awsUrl: string;
  unclean: boolean;
}

function makeContext({ dataDir }: SmallAwsOptions, { core, runtime, url, awsUrl, unclean }: ContextParts): AwsContext {
  const { template, clock, region, principals, authorizer, frontOptions } = core;
  return {
    resources: template.resources,
    dataDir,
    clock,
    region,
    account: ACCOUNT,
    url,
    awsUrl,
    unclean,
    invoker: runtime.invoker,
    invokerAs: (roleArn) => roleInvoker(roleArn, { invoker: runtime.invoker, authorizer, region }),
    principalByKey: (accessKeyId) => principals.byKey(accessKeyId),
    authorize: (principal, permissions, errorCode) => authorizer.authorize(principal, permissions, errorCode),
    invokeAsync: (arn, payload) => runtime.asyncInvocations.submit(arn, payload),
    putEvents: (events) => runtime.bus.putEvents(events),
    awsCall: (call) => callAsRole(call, 'states', frontOptions),
    assetPath: (s3Key) => template.assetPath(s3Key),
  };
}

interface Assembled {
  core: Core;
  runtime: Runtime;
  context: AwsContext;
  services: readonly AwsService[];
  undo: UndoStack;
}

function describe({ core, runtime, context, services, undo }: Assembled): SmallAws {
  const { accessKeyId, secretAccessKey } = core.principals.operator;
  return {
    url: context.url,
    awsUrl: context.awsUrl,
    operator: { accessKeyId, secretAccessKey },
    invoker: runtime.invoker,
    resources: context.resources,
    unclean: context.unclean,
    usedGrants: () => core.authorizer.usedGrants(),
    unusedGrants: () => core.authorizer.unusedGrants(),
    settled: () => settle(runtime, services),
    close: () => undo.run(),
  };
}

/** Work wakes other work, so everything must be found quiet twice in a row. */
async function settle({ pool, asyncInvocations }: Runtime, services: readonly AwsService[]): Promise<void> {
  for (let quiet = 0; quiet < 2;) {
    const before = pool.completed();
    await pool.idle();
    await asyncInvocations.settled();
    for (const service of services) await service.settled?.();
    await new Promise((resolve) => setImmediate(resolve));
    quiet = pool.completed() === before ? quiet + 1 : 0;
  }
}

function requireDistinct(services: readonly AwsService[]): void {
  const names = services.map(({ name }) => name);
  const double = names.find((name, i) => names.indexOf(name) !== i);
  if (double) throw new Error(`two services are named ${double}`);
}

async function closeAll(services: readonly AwsService[]): Promise<void> {
  for (const service of services.toReversed()) await service.close?.();
}
