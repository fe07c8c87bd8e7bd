import { rm } from "node:fs/promises";

import { makeTemporaryFolder } from "../files/left-over";

/** Creates a temporary folder, calls `run` with it, and deletes it at the end. @param purpose part of the folder's name */
export async function withTemporary<T>(purpose: string, run: (temporary: string) => Promise<T>): Promise<T> {
  const temporary = await makeTemporaryFolder(purpose);
  try {
    return await run(temporary);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
