import { byCode } from "../problems/rule";
import type { ProjectRule } from "./project-rule";
import * as listed from "./rule-list";

/** All rules that check a project, sorted by code. */
export const projectRules: readonly ProjectRule[] = byCode(listed);
