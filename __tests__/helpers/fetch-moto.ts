import { withMoto } from "../../src/cli/demo/find-moto";
import { UserError } from "../../src/files/user-error";
import { cacheFolder } from "../../src/project/package-folder";

/**
 * Puts moto_server, which most end-to-end tests need, on the PATH, fetched as the demonstration does it where the machine has none. Without it
 * the tests that need it are left out, and say so; under CI they fail.
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
