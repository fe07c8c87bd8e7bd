import { type Trouble, troubleOf } from "./trouble";

/** Returns the answer of a look-up, or undefined if AWS says that the resource does not exist or that its name is malformed. */
export async function ifExists<T>(look: () => Promise<T>): Promise<T | undefined> {
  return look().catch((error: unknown) => {
    const trouble = troubleOf(error);
    if (trouble === "missing") return undefined;
    if (trouble === "other" && error instanceof Error && error.name.includes(".Malformed")) return undefined;
    throw error;
  });
}

/** Runs a request that may fail in the given ways. Returns how it failed, or undefined after success. */
export async function failureOf<T extends Trouble>(
  run: () => Promise<unknown>,
  accepted: readonly T[],
): Promise<T | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    const trouble = troubleOf(error);
    const failure = accepted.find((each) => each === trouble);
    if (failure === undefined) throw error;
    return failure;
  }
}

/** Returns an answer that is useful but not necessary, or `instead` after an error of AWS or the network. */
export async function orElse<T>(answer: Promise<T>, instead: T): Promise<T> {
  return answer.catch((error: unknown) => {
    if (troubleOf(error) === undefined) throw error;
    return instead;
  });
}
