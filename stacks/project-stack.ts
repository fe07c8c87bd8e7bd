import { TerraformElement, TerraformStack } from "cdktf";
import type { Construct, Node } from "constructs";

import type { Adopted } from "../src/definitions/schema/adopted";
import type { Additions, Sourced } from "../src/factory/additions";
import { allOutputs } from "./outputs";
import { type StackFault, withOverrides } from "./overrides";
import { renameResources, type Resources } from "./renamed";

interface StackJson {
  resource?: Resources;
  output?: Record<string, object>;
  moved?: readonly { readonly to: string }[];
  import?: readonly { readonly to: string }[];
}

/** Faults in overrides or adopted addresses, which can only be detected in the complete stack. */
export class StackError extends Error {
  constructor(readonly faults: readonly StackFault[]) {
    super(faults.map(({ message }) => message).join("\n"));
  }
}

/** A stack with the additions of its project: adopted addresses, overrides and outputs. */
export class ProjectStack extends TerraformStack {
  private readonly logicalIds = new Map<Node, string>();

  constructor(
    scope: Construct,
    id: string,
    private readonly additions: Additions | undefined,
  ) {
    super(scope, id);
  }

  /** Caches the logical id of a node, because CDKTF requests it with every reference and calculates a digest each time. */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = TerraformElement.isTerraformElement(element) ? element.node : element;
    const id = this.logicalIds.get(node) ?? super.allocateLogicalId(element);
    this.logicalIds.set(node, id);
    return id;
  }

  /** @throws StackError if an override or an adopted address has no resource */
  override toTerraform(): StackJson {
    const json = super.toTerraform() as StackJson;
    if (this.additions === undefined) return json;
    const { adopted, overrides, outputsAll } = this.additions;
    const renamings = adopted?.value.renamed ?? [];
    const { resource: asDefined, output, faults } = withOverrides(json.resource ?? {}, overrides);
    const { resource: overridden } = renameResources({ resource: asDefined }, renamings);
    const all = [...faults, ...(adopted === undefined ? [] : addressFaults(adopted, asDefined, overridden))];
    if (all.length > 0) throw new StackError(all);
    const outputs = { ...json.output, ...output, ...(outputsAll ? allOutputs(overridden) : {}) };
    return {
      ...renameResources({ ...json, resource: undefined }, renamings),
      ...(Object.keys(overridden).length === 0 ? {} : { resource: overridden }),
      ...(Object.keys(outputs).length === 0 ? {} : { output: renameResources(outputs, renamings) }),
    };
  }
}

/** Returns a fault for each address in a file below adopted/ that the stack does not contain. */
function addressFaults(
  { value, file, at }: Sourced<Adopted>,
  asDefined: Resources,
  renamed: Resources,
): readonly StackFault[] {
  const fault = (path: readonly (string | number)[], message: string): StackFault => ({
    code: "adopted-address",
    file,
    range: at(path),
    message,
  });
  const undeclared = (["moved", "import"] as const).flatMap((block) =>
    value[block].flatMap(({ to }, index) => {
      const lost = block === "moved" ? ", so Terraform would destroy what is moved there" : "";
      return holds(renamed, to) ? [] : [fault([block, index, "to"], `the stack holds no "${to}"${lost}`)];
    }),
  );
  const unknown = value.renamed.flatMap(({ from }, index) =>
    holds(asDefined, from) ? [] : [fault(["renamed", index, "from"], `the stack holds no "${from}"`)],
  );
  return [...undeclared, ...unknown];
}

function holds(resources: Resources, address: string): boolean {
  const [type = "", name = ""] = address.split(".");
  return resources[type]?.[name] !== undefined;
}
