import { oncePer } from "../collections/once-per";
import { definedResources } from "../factory/defined-resources";
import { knows, lowestAdmitted, type NewerSyntax, terraformSince } from "../factory/terraform-versions";
import { howToRun } from "../problems/how-to-run";
import { fileStart, type Problem } from "../problems/problem";
import { problemOf } from "../problems/rule";
import {
  type CreatedResource,
  describeCreated,
  type EnvironmentEntries,
  type EnvironmentEntry,
  isDefined,
  typeOf,
} from "../versions/environment-entry";
import type { Ledger } from "../versions/ledger";
import { entryPlaces } from "../versions/lock-places";
import { environmentGone } from "../versions/rules/environment-gone";
import { environmentMoved } from "../versions/rules/environment-moved";
import { manualStateChange } from "../versions/rules/manual-state-change";
import { networkDestroyed } from "../versions/rules/network-destroyed";
import { outOfTerraform } from "../versions/rules/out-of-terraform";
import type { DefinedNames } from "./defined-names";
import { lockFile, type Project } from "./load-project";
import type { Resolved } from "./resolved";

/** Remembers the resources of each environment in the ledger, and returns problems with moved, missing or changed environments. */
export function lockEnvironments(
  project: Project,
  resolved: Resolved,
  names: DefinedNames,
  ledger: Ledger,
): { environments: EnvironmentEntries; problems: readonly Problem[] } {
  const definitions = project.definitions.environments;
  const defined = new Map(
    [...resolved.environments].map(([name, { definition, recipes }]) => {
      const each = definedResources(definition, [...recipes.values()], definitions);
      return [name, { ...each, names: [...(names.get(name)?.values() ?? [])] }] as const;
    }),
  );
  const before = ledger.rememberedEnvironments;
  const { environments, moved, gone } = ledger.remember(defined);
  const problems = [
    ...moved.flatMap((name) => movedProblem(name, environments.get(name), project)),
    ...gone.flatMap((name) => goneProblem(name, project)),
    ...[...environments].flatMap(([name, entry]) => [
      ...byHand(name, entry, before.get(name), project),
      ...notes(name, entry, project),
      ...networkProblem(name, entry, before.get(name), project),
    ]),
  ];
  return { environments, problems };
}

const placesIn = oncePer(({ lock = "" }: Project) => entryPlaces(lock));

/** Returns the command to forget an environment or resource, such as `npm run lock -- --forget dev`. */
function forget(what: string): string {
  return `"${howToRun(`lock --forget ${what}`)}"`;
}

function movedProblem(name: string, entry: EnvironmentEntry | undefined, project: Project): Problem[] {
  const definition = project.environments.get(name);
  if (entry === undefined || definition?.value === undefined) return [];
  const { source, value } = definition;
  const field = value.account === entry.account ? "region" : "account";
  const message = `environment "${name}" was in account "${entry.account}" and region "${entry.region}"; from "${value[field]}" Terraform would not find what it has created there`;
  const fix = `write what it was, and a new file for the new place; to take the old one down, remove its images, containers and consumer and deploy it once more. Where it was never deployed, run ${forget(name)}`;
  return [source.problem(environmentMoved, [field], message, fix)];
}

/** Reports that a network will be destroyed, until the lock is updated. After that, the plan and its review report it. */
function networkProblem(
  name: string,
  entry: EnvironmentEntry,
  before: EnvironmentEntry | undefined,
  project: Project,
): Problem[] {
  const definition = project.environments.get(name);
  if (definition === undefined || before?.network !== true || entry.network) return [];
  const { source } = definition;
  const message = `environment "${name}" no longer creates its network, so the next deployment destroys it with the NAT gateway and its address`;
  const fix = "deploy it when no build runs in it; what allows only that address has to learn the new one";
  return [source.problem(networkDestroyed, ["network"], message, fix)];
}

function goneProblem(name: string, project: Project): Problem[] {
  const message = `environment "${name}" is not defined any more, but what it created is still in AWS and in its state`;
  const fix = `bring its file back without images, containers and consumer, and deploy it once more; then, or where nothing of it is left, run ${forget(name)}`;
  return [problemOf(environmentGone, lockFile, placesIn(project)("environment", name), message, fix)];
}

/** Reports resources for which Terraform is too old for the `removed`, `import` or `moved` block, so that the state has to be changed by hand. */
function byHand(
  name: string,
  { created }: EnvironmentEntry,
  before: EnvironmentEntry | undefined,
  project: Project,
): Problem[] {
  const definition = project.environments.get(name);
  if (definition?.value === undefined) return [];
  const { source, value } = definition;
  const { terraformVersion: version } = value;
  const oldest = version === undefined ? "" : oldestInWords(version);
  return [...created].flatMap(([address, each]) => {
    const known = before?.created.get(address);
    const isDropped = known !== undefined && isDefined(known) && !isDefined(each);
    const block = isDropped ? "removed" : blockOf(address, each);
    if (block === undefined || knows(version, block)) return [];
    const [isSo, command] =
      block === "removed"
        ? [`is no longer defined, and Terraform ${oldest} could only destroy it`, "terraform state rm"]
        : [`is defined again, and Terraform ${oldest} does not know "${block}"`, "terraform import"];
    const shown = block === "removed" ? ' and whatever else of that name "terraform state list" shows' : "";
    return [
      source.problem(
        manualStateChange,
        ["terraformVersion"],
        `${describeCreated(address, each)} ${isSo}`,
        `run "${command}" with ${address}${shown}, then ${forget(`${name}/${address}`)}; or deploy with Terraform ${terraformSince[block].replace(/\.0$/, "")} or newer`,
      ),
    ];
  });
}

/** Returns a plain version unchanged, and the lowest allowed version of a constraint. */
function oldestInWords(version: string): string {
  return /^\d/.test(version) ? version : lowestAdmitted(version);
}

/** Returns the kind of block that the stack needs for a remembered resource. */
function blockOf(address: string, { status }: CreatedResource): NewerSyntax | undefined {
  switch (status) {
    case "created":
      return undefined;
    case "kept":
      return "removed";
    case "destroyed": // The resources that protect a bucket are removed from the state, so that they stay until the bucket is deleted.
      return typeOf(address) === "aws_s3_bucket" ? "removed" : undefined;
    case "imported":
      return "import";
    case "recreated":
      return "moved";
  }
}

function notes(name: string, { created }: EnvironmentEntry, project: Project): Problem[] {
  const kept = [...created].filter(([, { status }]) => status === "kept");
  if (kept.length === 0) return [];
  const at = project.lock === undefined ? fileStart : placesIn(project)("environment", name);
  return kept.map(([address, each]) =>
    problemOf(
      outOfTerraform,
      lockFile,
      at,
      `${describeCreated(address, each)} of environment "${name}" is no longer managed by Terraform, and stays in AWS`,
      `leave it, define it again, or delete it yourself and run ${forget(`${name}/${address}`)}`,
    ),
  );
}
