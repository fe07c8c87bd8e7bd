import { groupBy } from "../../collections/group-by";
import { cleaningUp, makesLifecycleRole } from "../../factory/resolve-consumer";
import type { CheckContext } from "../context/check-context";
import type { ConsumerEnvironment } from "../context/consumers";
import type { Environment } from "../context/environments";
import type { Location } from "../report";

const byAccount = (consumers: readonly ConsumerEnvironment[]) => groupBy(consumers, ({ value }) => value.account);

/** An account that receives images, and which of its environments make a role for those who send them. */
export interface ReceivingAccount {
  readonly account: string;
  readonly consumers: readonly ConsumerEnvironment[];
  /** Those that make the role, the first of which is the one to do so. */
  readonly makers: readonly ConsumerEnvironment[];
}

/** By the accounts, who makes the role that distributes to them. */
export function distributionRoles({ consumers }: CheckContext): ReceivingAccount[] {
  return [...byAccount(consumers)].map(([account, own]) => ({
    account,
    consumers: own,
    makers: own.filter(({ consumer }) => consumer.distributionRole),
  }));
}

/** Those accounts in which lifecycle policies of others clean up, who does so first, and who makes the role for it. */
export function lifecycleRoles({
  consumers,
  environments,
}: CheckContext): (ReceivingAccount & { readonly cleaner: Environment })[] {
  return [...byAccount(consumers)].flatMap(([account, own]) => {
    const names = new Set(own.flatMap(({ consumer }) => Object.keys(consumer.from)));
    const cleaner = environments.find(({ name, value }) => names.has(name) && cleaningUp(account, [value]).length > 0);
    if (cleaner === undefined) return [];
    return [{ account, consumers: own, makers: own.filter(({ consumer }) => makesLifecycleRole(consumer)), cleaner }];
  });
}

/** Where a consumer says whether it makes a role, or where that is left out the consumer. */
export function roleSetting(
  setting: "distributionRole" | "lifecycleRole",
  { source, raw }: ConsumerEnvironment,
): Location {
  const written = (raw as { consumer: object }).consumer;
  return setting in written ? { source, path: ["consumer", setting] } : { source, key: ["consumer"] };
}
