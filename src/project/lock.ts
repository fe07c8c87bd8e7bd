import type { DocumentKind } from "../factory/published-document";
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

/** A checked and resolved project with its versions: those in the lock or, if the lock is stale, those that the next lock will contain. */
export interface LockedProject extends LockOutcome {
  /** Problems of the lock file. */
  readonly problems: readonly Problem[];
  readonly resolved: Resolved;
  readonly recipes: LockedRecipes;
  readonly documentVersions: Readonly<Record<DocumentKind, DocumentVersion>>;
  /** Remembered data of all environments, including those that are no longer defined. */
  readonly environments: EnvironmentEntries;
}

/**
 * Assigns versions to all components, workflows and recipes of a checked project.
 *
 * @param adoptions versions that already exist in AWS
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
  const workflows = [...project.workflows.values()].map(changedFile);
  const documentVersions = {
    component: lockDocuments("component", components, environments, ledger),
    workflow: lockDocuments("workflow", workflows, environments, ledger),
  };
  const recipes = lockRecipes({ project, resolved, componentVersion: documentVersions.component, names, ledger });
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
    documentVersions,
    environments: remembered,
  };
}
