/** Messages between the pool and a sandbox's thread. Payloads travel as JSON text, as they do to real Lambda. */

/** What a sandbox is started with. */
export interface SandboxStart {
  directory: string;
  handler: string;
  functionName: string;
  functionArn: string;
  memoryMb: number;
  /** Engine time less real time, for code that runs while the module loads. */
  clockOffset: number;
}

export interface InvokeMessage {
  requestId: string;
  payload: string;
  /** Real milliseconds since the epoch at which the pool gives up. */
  deadline: number;
  clockOffset: number;
}

/** A runtime error as Lambda reports it. */
export interface RuntimeError {
  errorType: string;
  errorMessage: string;
  trace?: string[];
}

export type SandboxMessage =
  | { kind: 'ready' }
  /** The module did not load or has no such handler. */
  | { kind: 'unusable'; error: RuntimeError }
  | { kind: 'answer'; payload: string }
  | { kind: 'error'; error: RuntimeError }
  /** The thread is about to end itself. */
  | { kind: 'fatal'; error: RuntimeError };
