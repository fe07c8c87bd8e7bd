import type { Rule } from "../../problems/rule";
import { invalidValue } from "./invalid-value";
import { settingLimit } from "./setting-limit";
import { valueMisplaced } from "./value-misplaced";
import { valueUnknown } from "./value-unknown";
import { yamlFeature } from "./yaml-feature";

export const definitionRules: readonly Rule[] = [yamlFeature, settingLimit, invalidValue, valueUnknown, valueMisplaced];
