import { type Trouble, troubleOf } from "./trouble";

/** Returns the answer of a look-up, or undefined if AWS says that the resource does not exist or that its name is malformed. */
export async function ifExists<T>(look: () => Promise<T>): Promise<T | undefined> {
  return look().catch((error: unknown) => {
    const trouble = troubleOf(error);
    if (trouble === "missing") return undefined;
    if (trouble === "other" && error instanceof Error && error.name.includes("Malformed")) return undefined;
    throw error;
  });
}

/** Returns an answer of AWS, or `instead` if the request fails. @param troubles the failures to accept; default: every error of AWS or the network */
export async function orElse<T>(answer: Promise<T>, instead: T, troubles?: readonly Trouble[]): Promise<T> {
  return answer.catch((error: unknown) => {
    const trouble = troubleOf(error);
    if (trouble === undefined || troubles?.includes(trouble) === false) throw error;
    return instead;
  });
}
