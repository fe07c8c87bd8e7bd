import { TerraformBackend, type TerraformStack } from "cdktf";

import { literalsIn } from "../src/constructs/terraform-literal";
import type { Config, StackState } from "../src/factory/stack-state";

/**
 * Sets the backend of a stack.
 *
 * @param toProject relative path from the folder of the stack to the project folder, such as `../../..`
 */
export function useBackend(stack: TerraformStack, state: StackState, toProject: string): void {
  if (!("file" in state)) {
    new Backend(stack, state.type, state.config);
    return;
  }
  const path = `${toProject}/${state.file}`;
  // Without `workspace_dir`, the states of workspaces would be in the folder of the stack, which is build output.
  new Backend(stack, "local", { path, workspace_dir: `${path}.d` });
}

/** A backend of any type with Terraform's names of arguments. CDKTF's own classes support only some of them. */
class Backend extends TerraformBackend {
  constructor(
    stack: TerraformStack,
    private readonly type: string,
    private readonly config: Config,
  ) {
    super(stack, "backend", type);
  }

  override toTerraform(): object {
    const config = literalsIn(this.config);
    return { terraform: this.type === "cloud" ? { cloud: config } : { backend: { [this.type]: config } } };
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.config };
  }

  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return { ...this.config };
  }

  getRemoteStateDataSource(): never {
    throw new Error("no stack of this project reads another's state");
  }
}
