/** Tenancy of an instance: shared hardware, dedicated hardware or a Dedicated Host. Source: API type Placement. */
export type Tenancy = "default" | "dedicated" | "host";

/** Families that run only on shared hardware: T1 and T2. Source: issue 1964 of rancher/os, where EC2 refuses a dedicated t2.micro. */
const sharedOnly = /^t[12]$/;

/** Families without a size for Dedicated Hosts. Source: EC2 API, DescribeInstanceTypes, dedicatedHostsSupported; read 2026-11. */
const withoutHosts = /^(t[12]|t3a|t4g|hpc.*|.*-flex)$/;

/** Checks whether EC2 supports a tenancy for an instance type. False only for families that are known not to support it. */
export function runsWith(tenancy: Tenancy, instanceType: string): boolean {
  const [family = ""] = instanceType.split(".");
  if (tenancy === "dedicated") return !sharedOnly.test(family);
  return tenancy === "default" || !withoutHosts.test(family);
}
