import { UserError } from "../../files/user-error";
import { numberAt, type Path, textAt, type Value } from "../../review/plan/value";

/**
 * Reads an argument that the AWS provider requires, so that every valid state contains a value.
 *
 * @throws UserError if the state contains no value
 */
export function requiredText(value: Value, ...path: Path): string {
  return textAt(value, ...path) ?? missing(path);
}

/** As {@link requiredText}, for a number. */
export function requiredNumber(value: Value, ...path: Path): number {
  return numberAt(value, ...path) ?? missing(path);
}

function missing(path: Path): never {
  throw new UserError(
    `the state has a resource without "${path.join(".")}", which the AWS provider requires; run "terraform refresh" in the folder of the old code, and take the new state`,
  );
}
