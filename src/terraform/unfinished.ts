import { runTerraform, TerraformError, type TerraformOptions } from "./run-terraform";

/**
 * Returns the addresses of resources because of which Terraform cannot create a plan: their creation did not finish, so Terraform would
 * destroy them, but `prevent_destroy` forbids it. A bucket is in this condition if the connection ends after S3 created it.
 *
 * @param error error of `terraform plan`
 * @returns addresses of these resources; empty if the plan failed for another reason
 */
export async function unfinishedInTheWay(error: unknown, terraform: TerraformOptions): Promise<string[]> {
  if (!(error instanceof TerraformError)) return [];
  const guarded = error.diagnostics.flatMap(
    ({ detail }) => /^Resource (\S+) has\s+lifecycle\.prevent_destroy set/.exec(detail)?.[1] ?? [],
  );
  if (guarded.length === 0) return [];
  const { stdout } = await runTerraform({ ...terraform, onLine: undefined }, ["show", "-json"]);
  const { values } = JSON.parse(stdout) as State;
  const tainted = new Set(
    values?.root_module?.resources?.filter((each) => each.tainted === true).map(({ address }) => address),
  );
  return guarded.filter((address) => tainted.has(address));
}

/** The parts of a state that are read. Source: Terraform, "JSON Output Format", "Values Representation". */
interface State {
  readonly values?: {
    readonly root_module?: { readonly resources?: readonly { readonly address: string; readonly tainted?: boolean }[] };
  };
}
