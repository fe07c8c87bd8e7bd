import { deliveriesTo } from "../../factory/delivery";
import type { WrittenTarget } from "../../factory/written-builds";
import type { Environment } from "../context/environments";

/** An entry of a distribution that names an account, or means that of the environment. */
interface ToAccount {
  readonly account?: string;
}

/** Those of the entries of a distribution whose account does not get the image there, each with its index. */
export function unreached(
  entries: readonly ToAccount[],
  { image, path }: WrittenTarget,
  { value }: Environment,
): { readonly account: string; readonly index: number }[] {
  const at = path.join(".");
  const reaches = (account: string): boolean => {
    const delivery = deliveriesTo(account, value).find((each) => each.image === image && each.path.join(".") === at);
    return delivery?.copied === true || delivery?.shared !== "no";
  };
  return entries.flatMap(({ account }, index) =>
    account === undefined || account === value.account || reaches(account) ? [] : [{ account, index }],
  );
}

/** What is said of one. */
export function unreachedFault(account: string, { image, target }: WrittenTarget): [message: string, fix: string] {
  return [
    `"${image}" does not go to "${account}" in "${target.region}"`,
    `add "${account}" to copyTo.accounts or share.accounts there, or leave account out for this environment's own`,
  ];
}
