import { rm } from "node:fs/promises";

import { makeTemporaryFolder } from "../files/left-over";

/** Runs with a folder that goes when it ends. @param purpose part of its name */
export async function withTemporary<T>(purpose: string, run: (temporary: string) => Promise<T>): Promise<T> {
  const temporary = await makeTemporaryFolder(purpose);
  try {
    return await run(temporary);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
