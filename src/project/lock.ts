import type { Problem } from "../problems/problem";
import type { Adoption } from "../versions/adoption";
import type { EnvironmentEntries } from "../versions/environment-entry";
import { Ledger } from "../versions/ledger";
import type { LockOutcome } from "../versions/stale-lock";
import { definedNames } from "./defined-names";
import { lockFile, type Project } from "./load-project";
import { changedFile, changedMerge, type DocumentVersion, lockDocuments } from "./lock-documents";
import { lockEnvironments } from "./lock-environments";
import { type LockedRecipes, lockRecipes } from "./lock-recipes";
import { type Resolved, resolveDefinitions } from "./resolved";

/** A checked project, resolved, with its versions: as its lock says or, where that is stale, as it will say. */
export interface LockedProject extends LockOutcome {
  /** Problems of the lock file. */
  readonly problems: readonly Problem[];
  readonly resolved: Resolved;
  readonly recipes: LockedRecipes;
  readonly componentVersion: DocumentVersion;
  readonly workflowVersion: DocumentVersion;
  /** What the lock remembers of each environment, those that are gone among them. */
  readonly environments: EnvironmentEntries;
}

/**
 * Gives every component, workflow and recipe of a checked project its version.
 *
 * @param adoptions what is published in AWS already
 */
export function lockProject(project: Project, adoptions: readonly Adoption[] = []): LockedProject {
  const { ledger, problems } = Ledger.read(lockFile, project.lock, adoptions);
  const resolved = resolveDefinitions(project);
  const environments = project.definitions.environments;
  const names = definedNames(resolved, ledger);
  const components = [
    ...[...project.components.values()].map(changedFile),
    ...resolved.effective.merged.map(changedMerge),
  ];
  const componentVersion = lockDocuments("component", components, environments, ledger);
  const workflows = [...project.workflows.values()].map(changedFile);
  const workflowVersion = lockDocuments("workflow", workflows, environments, ledger);
  const recipes = lockRecipes({ project, resolved, componentVersion, names, ledger });
  ledger.finish();
  const { environments: remembered, problems: ofEnvironments } = lockEnvironments(project, resolved, names, ledger);
  return {
    text: ledger.toText(),
    current: project.lock,
    changes: ledger.changes,
    inFormerWords: ledger.inFormerWords,
    problems: [...problems, ...ledger.problems, ...ofEnvironments],
    resolved,
    recipes,
    componentVersion,
    workflowVersion,
    environments: remembered,
  };
}
