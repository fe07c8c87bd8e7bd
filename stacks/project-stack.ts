import { TerraformElement, TerraformStack } from "cdktf";
import type { Construct, Node } from "constructs";

import type { Additions } from "../src/factory/additions";
import { type StackFault, withOverrides } from "./overrides";
import { allOutputs } from "./outputs";
import { renameResources } from "./renamed";

interface StackJson {
  resource?: Record<string, Record<string, Record<string, unknown>>>;
  output?: Record<string, object>;
  moved?: readonly { readonly to: string }[];
  import?: readonly { readonly to: string }[];
}

/** Something that a stack was told and does not fit it; only the whole stack shows that. */
export class StackError extends Error {
  constructor(readonly faults: readonly StackFault[]) {
    super(faults.map(({ message }) => message).join("\n"));
  }
}

/** A stack that takes what its project says besides its definitions. */
export class ProjectStack extends TerraformStack {
  private readonly logicalIds = new Map<Node, string>();

  constructor(
    scope: Construct,
    id: string,
    private readonly additions: Additions | undefined,
  ) {
    super(scope, id);
  }

  /** Asked for with every reference, and a digest of the path. */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = TerraformElement.isTerraformElement(element) ? element.node : element;
    const id = this.logicalIds.get(node) ?? super.allocateLogicalId(element);
    this.logicalIds.set(node, id);
    return id;
  }

  /** @throws StackError */
  override toTerraform(): StackJson {
    const json = super.toTerraform() as StackJson;
    if (this.additions === undefined) return json;
    const { adopted, overrides, outputsAll } = this.additions;
    const renamings = adopted?.value.renamed ?? [];
    const { resource: asDefined, output, faults } = withOverrides(json.resource ?? {}, overrides);
    const { resource: overridden } = renameResources({ resource: asDefined }, renamings);
    const declared = (address: string): boolean => {
      const [type = "", name = ""] = address.split(".");
      return overridden[type]?.[name] !== undefined;
    };
    const undeclared = (["moved", "import"] as const).flatMap((block) =>
      (adopted?.value[block] ?? []).flatMap(({ to }, index) =>
        declared(to) || adopted === undefined
          ? []
          : [
              {
                code: "adopted-address" as const,
                file: adopted.file,
                range: adopted.at([block, index, "to"]),
                message: `the stack holds no "${to}"${block === "moved" ? ", so Terraform would destroy what is moved there" : ""}`,
              },
            ],
      ),
    );
    const unknown = renamings.flatMap(({ from }, index) => {
      const [type = "", name = ""] = from.split(".");
      return asDefined[type]?.[name] !== undefined || adopted === undefined
        ? []
        : [
            {
              code: "adopted-address" as const,
              file: adopted.file,
              range: adopted.at(["renamed", index, "from"]),
              message: `the stack holds no "${from}"`,
            },
          ];
    });
    const all = [...faults, ...undeclared, ...unknown];
    if (all.length > 0) throw new StackError(all);
    const outputs = { ...json.output, ...output, ...(outputsAll ? allOutputs(overridden) : {}) };
    return {
      ...renameResources({ ...json, resource: undefined }, renamings),
      ...(Object.keys(overridden).length === 0 ? {} : { resource: overridden }),
      ...(Object.keys(outputs).length === 0 ? {} : { output: renameResources(outputs, renamings) }),
    };
  }
}
