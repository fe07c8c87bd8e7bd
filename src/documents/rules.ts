import type { Rule } from "../problems/rule";
import { inputTypeRules } from "./actions/input-types";
import { msiRules } from "./actions/msi";
import { registryRoot } from "./actions/set-registry";
import { wildcard } from "./actions/transfer";
import { webDownloadRules } from "./actions/web-download";
import { fileRules } from "./check-document";
import { comparisonRules } from "./component/comparisons";
import { conditionRules } from "./component/condition";
import { inputRules } from "./component/inputs";
import { loopRules } from "./component/loop";
import { nameRules } from "./component/names";
import { parameterRules } from "./component/parameters";
import { phaseRules } from "./component/phases";
import { wrongPlatform } from "./component/platform";
import { stepLimitRules } from "./component/step-limits";
import { unknownAction } from "./component/steps";
import { schemaVersion } from "./component/top-level";
import { directiveRules } from "./directives/directive-rules";
import { exactlyOneField } from "./reading/exactly-one";
import { fieldTypeRules } from "./reading/field-types";
import { emptyField, missingField, unknownField } from "./reading/fields";
import { referenceRules } from "./references/reference-rules";
import { textRules } from "../problems/text-problems";
import { characterRules } from "./scripts/check-characters";
import { credentialRules } from "./scripts/check-credentials";
import { scriptRules } from "./scripts/check-scripts";
import { trapRules } from "./scripts/check-traps";
import { workflowRules } from "./workflows/workflow-rules";

/** The rules of component documents; the first of them are of workflow documents, too. */
export const componentRules: readonly Rule[] = [
  ...fileRules,
  ...directiveRules,
  schemaVersion,
  missingField,
  unknownField,
  emptyField,
  exactlyOneField,
  ...fieldTypeRules,
  ...nameRules,
  ...parameterRules,
  ...phaseRules,
  unknownAction,
  wrongPlatform,
  ...stepLimitRules,
  ...inputRules,
  ...inputTypeRules,
  ...webDownloadRules,
  wildcard,
  ...msiRules,
  registryRoot,
  ...loopRules,
  ...conditionRules,
  ...comparisonRules,
  ...referenceRules,
];

/** Every rule that `checkDocument` reports by, but for `yaml-syntax`, which every YAML file has. */
export const documentRules: readonly Rule[] = [
  ...componentRules,
  ...scriptRules,
  ...characterRules,
  ...trapRules,
  ...credentialRules,
  ...workflowRules,
  ...textRules,
];
