/** How the hardware is shared on which instances run. Source: API type Placement. */
export type Tenancy = "default" | "dedicated" | "host";

/** T1 and T2 run on shared hardware alone. Source: issue 1964 of rancher/os, where EC2 refuses a dedicated t2.micro. */
const sharedOnly = /^t[12]$/;

/** Families of which EC2 lists no size for Dedicated Hosts. Source: EC2 API, DescribeInstanceTypes, dedicatedHostsSupported; read 2026-11. */
const withoutHosts = /^(t[12]|t3a|t4g|hpc.*|.*-flex)$/;

/** Whether EC2 starts an instance of that type with that tenancy, as far as its family is known not to. */
export function runsWith(tenancy: Tenancy, instanceType: string): boolean {
  const [family = ""] = instanceType.split(".");
  if (tenancy === "dedicated") return !sharedOnly.test(family);
  return tenancy === "default" || !withoutHosts.test(family);
}
