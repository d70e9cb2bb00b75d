/** What all contract suites share: one suite per port, run on every implementation, each with its declared gaps. */
import { it } from 'vitest';

/** What an implementation is known not to do: the name of the test, and why. */
export type Gaps = Readonly<Record<string, string>>;

/** Defines a test on the world of a suite. */
export type ContractTest<World> = (behaviour: string, run: (world: World) => Promise<void>) => void;

/** Defines tests; one that is declared a gap has to fail, so that a gap that was filled is noticed. */
export function contractTest<World>(world: () => World, gaps: Gaps = {}): ContractTest<World> {
  return (behaviour, run) => (behaviour in gaps ? it.fails : it)(behaviour, () => run(world()));
}

/** Name and status of the error a call fails with. */
export async function failure(call: Promise<unknown>): Promise<{ name: string; status: number | undefined }> {
  try {
    await call;
  } catch (error) {
    const { name, $metadata } = error as { name: string; $metadata?: { httpStatusCode?: number } };
    return { name, status: $metadata?.httpStatusCode };
  }
  return { name: 'no error', status: undefined };
}

/** The name alone. */
export const failureName = async (call: Promise<unknown>): Promise<string> => (await failure(call)).name;
