import { byCode } from "../problems/rule";
import type { ProjectRule } from "./project-rule";
import * as listed from "./rule-list";

/** Every rule of a project as a whole. */
export const projectRules: readonly ProjectRule[] = byCode(listed);
