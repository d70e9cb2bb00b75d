/** One state, asked the same of AWS and of our engine. */
import type { Definition, Json, JsonObject } from '../../lib/local/states/definition.ts';

/** What the state's task or call gives, as nothing is really called. */
export type Mock = { result: Json } | { error: string; cause: string };

export interface Probe {
  /** What is asked, for the report. */
  name: string;
  /** A flow without the flows around it: TestState finds its states by name. */
  definition: Definition;
  state: string;
  input: Json;
  variables: JsonObject;
  mock?: Mock;
}

/** What a caller of TestState can see. */
export interface Outcome {
  status: string;
  output?: Json;
  error?: string;
  next?: string;
  /** All variables after the state. */
  variables: JsonObject;
}
