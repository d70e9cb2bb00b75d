/** Executions of `RequestMachine`: started once per request, told what people did. */
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { bareId, readId, type RequestId } from '../domain/ids.ts';

export type ExecutionState = 'none' | 'running' | 'ended';

export interface Machine {
  /**
   * Starts the request's execution; its name is the request's id, so a second start is the first one.
   * `attempt` above 1 names a new execution after one that ended too early.
   */
  start(id: RequestId, attempt?: number): Promise<void>;
  state(id: RequestId, attempt?: number): Promise<ExecutionState>;
  /** Repeatable. */
  stop(id: RequestId, attempt: number): Promise<void>;
  /** Sends a result to a waiting execution; `gone` if nobody waits for it any more. */
  tell(token: string, output: Record<string, unknown>): Promise<'taken' | 'gone'>;
}

const nameOf = (id: RequestId, attempt: number): string => (attempt === 1 ? bareId(id) : `${bareId(id)}-${attempt}`);

/** What an execution's name says; undefined for one that is not of a request. */
export function executionOf(name: string): { id: RequestId; attempt: number } | undefined {
  const [, bare = '', attempt = '1'] = /^(.{36})(?:-(\d+))?$/.exec(name) ?? [];
  const id = readId('req', bare);
  return id && { id, attempt: Number(attempt) };
}

export function openMachine({ sfn, machineArn }: { sfn: SFNClient; machineArn: string }): Machine {
  const executionArn = (id: RequestId, attempt: number): string =>
    `${machineArn.replace(':stateMachine:', ':execution:')}:${nameOf(id, attempt)}`;

  return {
    async start(id, attempt = 1) {
      try {
        await sfn.send(
          new StartExecutionCommand({ stateMachineArn: machineArn, name: nameOf(id, attempt), input: JSON.stringify({ requestId: id }) }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },

    async state(id, attempt = 1) {
      try {
        const { status } = await sfn.send(new DescribeExecutionCommand({ executionArn: executionArn(id, attempt) }));
        return status === 'RUNNING' || status === 'PENDING_REDRIVE' ? 'running' : 'ended';
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return 'none';
        throw error;
      }
    },

    async stop(id, attempt) {
      try {
        await sfn.send(
          new StopExecutionCommand({ executionArn: executionArn(id, attempt), error: 'Stopped', cause: 'Recorded in the events' }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionDoesNotExist)) throw error;
      }
    },

    async tell(taskToken, output) {
      try {
        await sfn.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
        return 'taken';
      } catch (error) {
        if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken) return 'gone';
        throw error;
      }
    },
  };
}
