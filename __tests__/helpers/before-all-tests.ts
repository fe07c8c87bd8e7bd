import { fetchMoto } from "./fetch-moto";
import { makeRunFolder } from "./run-folder";

/** Runs once before the tests of both projects. Workers inherit the environment variables that it sets. */
export default async function beforeAllTests(): Promise<void> {
  makeRunFolder();
  await fetchMoto();
}
