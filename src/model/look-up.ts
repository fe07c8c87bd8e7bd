/** What Terraform looks up in EC2 when it plans: filters of the API call that describes it, by name, each with the values of which one fits. */
export interface LookUp {
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** The newest AMI that fits. */
export interface AmiLookUp extends LookUp {
  /** Account ids, `self`, `amazon` or `aws-marketplace`. */
  readonly owners: readonly string[];
}

/** In words: `owner-id 099720109477, name ubuntu-*`. */
export function lookUpInWords({ filters, owners }: LookUp & Partial<AmiLookUp>): string {
  const all = [...(owners === undefined ? [] : [["owner", owners] as const]), ...Object.entries(filters)];
  return all.map(([name, values]) => `${name} ${values.join(" or ")}`).join(", ");
}
