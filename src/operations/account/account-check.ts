import type { Definition } from "../../definitions/read-definition";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { Built } from "../../factory/built";
import type { ImageFactory } from "../../factory/image-factory";
import type { Severity } from "../../problems/problem";
import type { YamlPath } from "../../problems/yaml-source";
import type { Project } from "../../project/load-project";
import type { Connection } from "../aws/connection";

/** What a check of one environment against its AWS account needs: clients, definitions, and functions that report problems. */
export interface AccountCheck {
  readonly connection: Connection;
  readonly project: Project;
  readonly factory: ImageFactory;
  readonly environment: Definition<EnvironmentDefinition> & { readonly value: EnvironmentDefinition };
  /** Reports a problem at a value of environments/<name>.yaml. */
  readonly inEnvironment: Report;
  /** Reports problems at values of images/<name>.yaml or containers/<name>.yaml. */
  readonly inDefinition: (built: Pick<Built, "kind" | "name">) => Report;
  /** Reports a problem of a document as a whole. */
  readonly inDocument: (file: string, finding: Finding) => void;
}

/** Reports a finding at a path in a definition. */
export type Report = (path: YamlPath, finding: Finding) => void;

/** A problem without its place. */
export interface Finding {
  /** Stable code in kebab-case. Starts with `account-`. */
  readonly code: string;
  /** Severity of the problem. Default: `error`. */
  readonly severity?: Severity;
  readonly message: string;
  readonly fix: string;
}
