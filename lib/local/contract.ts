/** The contract between the small AWS's front door and the services behind it. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Time as the small AWS knows it. Every timer and every `Date` in a sandbox comes from here. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls `fire` once `now() >= at`. Returns a function that disarms it. Survives delays above 2^31-1 ms. */
  at(at: number, fire: () => void): () => void;
  /** How far time came in a sandbox, told when its invocation ends: a clock that does not run by itself catches up. */
  passed?(to: number): void;
}

/** Who calls: a function's role, the state machine's role, an AWS service, or the operator's own key (everything allowed). */
export interface Principal {
  /** Logical name shown in AccessDenied messages, e.g. the function's logical id. */
  name: string;
  /** ARN of the assumed role or of the operator's user; a service principal such as `events.amazonaws.com`. */
  arn: string;
  /** `operator` may do everything; `role` is judged by its policies and those of the resource, the others by the latter alone. */
  kind: 'operator' | 'role' | 'service' | 'anonymous';
  /** ARN of the role whose policies apply. */
  roleArn?: string;
}

/** One thing a call needs: the service front names it, the front door evaluates it. */
export interface Permission {
  /** IAM action, e.g. `dynamodb:PutItem`. */
  action: string;
  /** Resource ARN, or `*` where the action has no resource. */
  resource: string;
  /** Condition keys of the request, e.g. `{ 'dynamodb:LeadingKeys': ['REQ#1'] }`. */
  context?: Record<string, string | string[]>;
}

/** An error the SDK understands: `code` becomes the exception's name. */
export class AwsError extends Error {
  override name = 'AwsError' as const;
  readonly code: string;
  readonly status: number;
  readonly extra: Record<string, unknown>;

  constructor(code: string, message: string, options: { status?: number; extra?: Record<string, unknown> } = {}) {
    super(message);
    this.code = code;
    this.status = options.status ?? 400;
    this.extra = options.extra ?? {};
  }
}

/** A call as the front door hands it to an operation-style service. */
export interface Call {
  operation: string;
  input: Record<string, unknown>;
  principal: Principal;
}

/** A service with named operations and JSON or Query bodies (Step Functions, KMS, SSM, SES). */
export interface OperationService {
  style: 'operation';
  /** The service name in the SigV4 credential scope: `states`, `kms`, `ssm`, `ses`. */
  name: string;
  protocol: 'json1.0' | 'json1.1' | 'query';
  /** Operations it knows; any other is answered 501 naming it. */
  operations: ReadonlySet<string>;
  /** What the call needs, before it runs. */
  permissions(call: Call): Permission[];
  /** Runs the call; for `query` the returned object is written as XML. Throws AwsError. */
  run(call: Call): Promise<Record<string, unknown>>;
  /** Takes up its own work; called once everything it may call answers. */
  start?(): void | Promise<void>;
  /** Resolves when the service has no work of its own under way (timers not counted). */
  settled?(): Promise<void>;
  close?(): Promise<void>;
}

/** A service that reads and writes HTTP itself (S3, DynamoDB pass-through). */
export interface HttpService {
  style: 'http';
  name: string;
  /** What the request needs. `body` is given for services with `buffered: true`. */
  permissions(request: IncomingMessage, body?: Buffer): Permission[];
  buffered: boolean;
  handle(request: IncomingMessage, response: ServerResponse, call: { principal: Principal; body?: Buffer }): Promise<void>;
  /** Writes an error in the service's own format. */
  fail(response: ServerResponse, error: AwsError): void;
  /** The same service by operation name, for a state machine's SDK integrations; absent where none is offered. */
  sdk?: Pick<OperationService, 'operations' | 'permissions' | 'run'>;
  /** Takes up its own work; called once everything it may call answers. */
  start?(): void | Promise<void>;
  /** Resolves when the service has no work of its own under way (timers not counted). */
  settled?(): Promise<void>;
  close?(): Promise<void>;
}

export type AwsService = OperationService | HttpService;

/** Runs a Lambda function of the template: the invocation port of the sandbox pool. */
export interface Invoker {
  /**
   * Invokes a function by name or ARN and waits for its end.
   * `error` is the runtime's `{errorType, errorMessage}`; a killed sandbox is `Lambda.Unknown`, a timeout `Sandbox.Timedout`.
   */
  invoke(functionArn: string, payload: unknown): Promise<InvokeResult>;
}

export type InvokeResult = { ok: true; payload: unknown } | { ok: false; error: { errorType: string; errorMessage: string } };

/** A resource of the synthesized template, all intrinsics resolved to local values. */
export interface Resource {
  logicalId: string;
  type: string;
  /** What `Ref` gives: table name, bucket name, key id, function name. */
  ref: string;
  arn: string;
  properties: Record<string, unknown>;
  /** CDK path from metadata, for messages. */
  path?: string;
}

/** A key pair and whose it is. */
export interface Credentials {
  principal: Principal;
  accessKeyId: string;
  secretAccessKey: string;
}

/** An event for the default EventBridge bus. */
export interface BusEvent {
  source: string;
  detailType: string;
  detail: Record<string, unknown>;
  resources?: string[];
}

/** What a service is built from: everything the small AWS knows, handed over once at start. */
export interface AwsContext {
  resources: readonly Resource[];
  /** Absolute path; a service keeps its state in a folder of its own below it. */
  dataDir: string;
  clock: Clock;
  region: string;
  account: string;
  /** Base URL for people, `http://127.0.0.1:<port>`. */
  url: string;
  /** Base URL of the AWS endpoint. */
  awsUrl: string;
  /** True when the last process on this data directory did not end cleanly. */
  unclean: boolean;
  /** Invokes as the small AWS itself, without a permission check. */
  invoker: Invoker;
  /** Invokes as a role: `lambda:InvokeFunction` is evaluated; throws AwsError where it is denied. */
  invokerAs(roleArn: string): Invoker;
  /** The owner and secret of an access key, for signatures a service checks itself (presigned URLs). */
  principalByKey(accessKeyId: string): Credentials | undefined;
  /** Throws AwsError where the principal lacks a permission; for callers only the service can tell (POST policies). */
  authorize(principal: Principal, permissions: readonly Permission[], errorCode?: string): void;
  /** Invokes without waiting for the end, as the small AWS itself; the event is stored on return. */
  invokeAsync(functionArn: string, payload: unknown): void;
  /** Puts events on the default bus; returns once their targets' invocations are stored. */
  putEvents(events: readonly BusEvent[]): Promise<void>;
  /** Calls another service as a role, permissions evaluated: `awsCall({ service: 'dynamodb', operation: 'PutItem', ... })`. */
  awsCall(call: { service: string; operation: string; input: Record<string, unknown>; roleArn: string }): Promise<Record<string, unknown>>;
  /** Directory (or file) of a file asset by its S3 key in the template. */
  assetPath(s3Key: string): string;
}

export const ACCOUNT = '000000000000';
