import { withMoto } from "../../src/cli/sandbox/find-moto";
import { UserError } from "../../src/files/user-error";
import { cacheFolder } from "../../src/project/package-folder";

/**
 * Adds moto_server to the PATH, which most end-to-end tests need. If the machine has none, it is downloaded as for the demonstration.
 * Without it, tests that need it are skipped with a message; under CI they fail.
 */
export async function fetchMoto(): Promise<void> {
  const { signal } = new AbortController();
  const fetching = (text: string): void => {
    console.log(`${text} ...`);
  };
  try {
    process.env.PATH = (await withMoto({ environment: process.env, cache: cacheFolder(), fetching, signal })).PATH;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.warn(error.message);
  }
}
