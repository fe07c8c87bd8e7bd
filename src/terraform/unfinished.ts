import { runTerraform, TerraformError, type TerraformOptions } from "./run-terraform";

/**
 * What keeps Terraform from making a plan: resources whose creation did not finish, so that it would destroy them, which `prevent_destroy` refuses. A
 * bucket is left like that by a connection that ends after S3 has created it.
 *
 * @param error of `terraform plan`
 * @returns their addresses; none where it failed for another reason
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

/** Source: Terraform, "JSON Output Format", "Values Representation". */
interface State {
  readonly values?: {
    readonly root_module?: { readonly resources?: readonly { readonly address: string; readonly tainted?: boolean }[] };
  };
}
