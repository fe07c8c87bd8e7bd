import { groupBy } from "../../collections/group-by";
import { cleaningUp, createsLifecycleRole } from "../../factory/resolve-consumer";
import type { CheckContext } from "../context/check-context";
import type { ConsumerEnvironment } from "../context/consumers";
import type { Environment } from "../context/environments";
import type { Location } from "../report";

const byAccount = (consumers: readonly ConsumerEnvironment[]) => groupBy(consumers, ({ value }) => value.account);

/** An account that receives images, and the environments that create a role in it for the senders. */
export interface ConsumerAccount {
  readonly account: string;
  readonly consumers: readonly ConsumerEnvironment[];
  /** Environments that create the role; only the first should. */
  readonly creators: readonly ConsumerEnvironment[];
}

/** Returns the environments that create the distribution role, for each receiving account. */
export function distributionRoles({ consumers }: CheckContext): ConsumerAccount[] {
  return [...byAccount(consumers)].map(([account, own]) => ({
    account,
    consumers: own,
    creators: own.filter(({ consumer }) => consumer.distributionRole),
  }));
}

/**
 * Returns the accounts in which lifecycle policies of other accounts clean up, with the first environment that does so and the environments
 * that create the role for it.
 */
export function lifecycleRoles({
  consumers,
  environments,
}: CheckContext): (ConsumerAccount & { readonly cleaner: Environment })[] {
  return [...byAccount(consumers)].flatMap(([account, own]) => {
    const names = new Set(own.flatMap(({ consumer }) => Object.keys(consumer.from)));
    const cleaner = environments.find(({ name, value }) => names.has(name) && cleaningUp(account, [value]).length > 0);
    if (cleaner === undefined) return [];
    return [
      { account, consumers: own, creators: own.filter(({ consumer }) => createsLifecycleRole(consumer)), cleaner },
    ];
  });
}

/** Returns the location of a role setting, or of `consumer` if the setting is missing. */
export function roleSetting(
  setting: "distributionRole" | "lifecycleRole",
  { source, raw }: ConsumerEnvironment,
): Location {
  const written = (raw as { consumer: object }).consumer;
  return setting in written ? { source, path: ["consumer", setting] } : { source, key: ["consumer"] };
}
