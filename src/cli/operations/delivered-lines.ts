import type { Delivered } from "../../operations/builds/delivered";

/** What a build has left behind, a line each. */
export function deliveredLines({ amis, containers, parameters, launchTemplates }: Delivered): string[] {
  return [
    ...amis.map(({ id, region, account }) => `AMI ${id}  ${region}  account ${account}`),
    ...containers.map(({ uri }) => `container image ${uri}`),
    ...parameters.map(({ name, region, account }) => `SSM parameter ${name}  ${region}${ofAccount(account)}`),
    ...launchTemplates.map(
      ({ id, region, account, isDefault }) =>
        `launch template ${id}: a new ${isDefault ? "default " : ""}version  ${region}${ofAccount(account)}`,
    ),
  ];
}

function ofAccount(account: string | undefined): string {
  return account === undefined ? "" : `  account ${account}`;
}
