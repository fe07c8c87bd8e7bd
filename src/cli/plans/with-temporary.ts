import { rm } from "node:fs/promises";

import { makeTemporaryFolder } from "../../files/left-over";

/** Runs with a folder that goes when it ends. */
export async function withTemporary<T>(run: (temporary: string) => Promise<T>): Promise<T> {
  const temporary = await makeTemporaryFolder("plan");
  try {
    return await run(temporary);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
