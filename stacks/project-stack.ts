import { TerraformElement, TerraformOutput, TerraformStack } from "cdktf";
import type { Construct, Node } from "constructs";

import { adoptedAddress } from "../src/checks/terraform/adopted-address";
import { nonEmptyMap } from "../src/collections/non-empty";
import type { Adopted } from "../src/definitions/schema/adopted";
import type { Sourced } from "../src/factory/additions";
import type { ResolvedStack } from "../src/factory/resolved-stack";
import type { Problem } from "../src/problems/problem";
import { problemOf } from "../src/problems/rule";
import { useBackend } from "./backend";
import { createdBlocks, formerAddresses } from "./created-blocks";
import { allOutputs } from "./outputs";
import { withOverrides } from "./overrides";
import { createProviders, type Providers } from "./provider";
import { renameResources, type Resources } from "./renamed";
import { retain } from "./retain";
import { addStateBlocks, adoptedBlocks } from "./state-blocks";

interface StackJson {
  resource?: Resources;
  output?: Record<string, object>;
  moved?: readonly { readonly to: string }[];
  import?: readonly { readonly to: string }[];
}

/** Problems of overrides or adopted addresses, which can only be detected in the complete stack. */
export class StackError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join("\n"));
  }
}

/**
 * A stack with its providers and backend, and with the additions of its project: adopted addresses, overrides and outputs. A subclass creates its
 * resources, and then calls `finish`.
 */
export class ProjectStack extends TerraformStack {
  protected readonly providers: Providers;
  private readonly logicalIds = new Map<Node, string>();

  /** @param toProject relative path from the folder of the stack to the project folder */
  constructor(
    scope: Construct,
    id: string,
    private readonly resolved: ResolvedStack,
    toProject = "../../..",
  ) {
    super(scope, id);
    this.providers = createProviders(this, resolved);
    useBackend(this, resolved.state, toProject);
  }

  /** Adds the blocks of kept and adopted resources, and protects what holds data. Providers of further regions come after those of resources. */
  protected finish(): void {
    const { additions, retention } = this.resolved;
    const kept = createdBlocks(this, this.resolved, this.providers);
    retain(this, retention, addStateBlocks(this, kept, adoptedBlocks(additions?.adopted?.value)));
  }

  /** Creates an output with the same name in Terraform. */
  output(name: string, description: string, value: unknown): void {
    new TerraformOutput(this, name, { description, value }).overrideLogicalId(name);
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
    const { additions, addresses = new Map<string, string>() } = this.resolved;
    if (additions === undefined) return json;
    const { adopted, overrides, outputsAll } = additions;
    const { resource: asDefined, output: ofOverrides, problems } = withOverrides(json.resource ?? {}, overrides);
    const renamed = renameResources(
      { ...json, resource: asDefined, output: { ...json.output, ...ofOverrides } },
      addresses,
    );
    const all = [...problems, ...(adopted === undefined ? [] : this.addressProblems(adopted, asDefined, renamed))];
    if (all.length > 0) throw new StackError(all);
    const output = { ...renamed.output, ...(outputsAll ? allOutputs(renamed.resource) : {}) };
    return { ...renamed, resource: nonEmptyMap(renamed.resource), output: nonEmptyMap(output) };
  }

  /** Returns a problem for each address in a file below adopted/ that the stack does not contain, or that two of its resources would have. */
  private addressProblems(
    { value, file, at }: Sourced<Adopted>,
    asDefined: Resources,
    { resource }: { readonly resource: Resources },
  ): readonly Problem[] {
    const problem = (
      path: readonly (string | number)[],
      message: string,
      fix = "write the address of a resource of the stack, or remove it",
    ) => problemOf(adoptedAddress, file, at(path), message, fix);
    // The lock says whether a former resource is kept or destroyed.
    const { addresses, created } = this.resolved;
    const former = new Set(formerAddresses(created));
    const inState = new Set([...former].map((address) => addresses?.get(address) ?? address));
    const undeclared = [
      ...value.moved.flatMap(({ to }, index) =>
        holds(resource, to) || inState.has(to)
          ? []
          : [
              problem(
                ["moved", index, "to"],
                `the stack holds no "${to}", so Terraform would destroy what is moved there`,
              ),
            ],
      ),
      ...value.import.flatMap(({ to }, index) =>
        holds(resource, to) ? [] : [problem(["import", index, "to"], `the stack holds no "${to}"`)],
      ),
    ];
    const unknown = value.renamed.flatMap(({ from }, index) =>
      holds(asDefined, from) || former.has(from)
        ? []
        : [problem(["renamed", index, "from"], `the stack holds no "${from}"`)],
    );
    const leaving = new Set(value.renamed.map(({ from }) => from));
    const taken = value.renamed.flatMap(({ from, to }, index) =>
      holds(asDefined, to) && !leaving.has(to)
        ? [
            problem(
              ["renamed", index, "to"],
              `the stack already holds "${to}", which "${from}" would overwrite`,
              `rename "${to}", too, or write an address that the stack does not hold`,
            ),
          ]
        : [],
    );
    return [...undeclared, ...unknown, ...taken];
  }
}

function holds(resources: Resources, address: string): boolean {
  const [type = "", name = ""] = address.split(".");
  return resources[type]?.[name] !== undefined;
}
