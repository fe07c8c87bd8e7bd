/** A search in EC2 that Terraform runs during the plan. `filters` are those of the Describe call; one of the values of each must match. */
export interface LookUp {
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** A search for the newest AMI that matches. */
export interface AmiLookUp extends LookUp {
  /** Account ids, `self`, `amazon` or `aws-marketplace`. */
  readonly owners: readonly string[];
}

/** Describes a search for messages: `owner 099720109477, name ubuntu-*`. */
export function lookUpInWords({ filters, owners }: LookUp & Partial<AmiLookUp>): string {
  const all = [...(owners === undefined ? [] : [["owner", owners] as const]), ...Object.entries(filters)];
  return all.map(([name, values]) => `${name} ${values.join(" or ")}`).join(", ");
}
