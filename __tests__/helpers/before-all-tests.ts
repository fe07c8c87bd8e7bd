import { fetchMoto } from "./fetch-moto";
import { makeRunFolder } from "./run-folder";

/** Runs once, before the tests of both projects; what it sets in the environment, every worker has. */
export default async function beforeAllTests(): Promise<void> {
  makeRunFolder();
  await fetchMoto();
}
