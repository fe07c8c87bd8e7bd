import { withMoto } from "../../src/cli/demo/find-moto";
import { cacheFolder } from "../../src/project/package-folder";
import { UserError } from "../../src/files/user-error";

/**
 * Runs once before all tests: moto_server, which most of them need, is on the PATH of every worker, fetched as the demonstration does it where
 * the machine has none. Without it the tests that need it are left out, and say so; under CI they fail.
 */
export default async function fetchMoto(): Promise<void> {
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
