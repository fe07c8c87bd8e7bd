import { keyRules, textRules } from "../problems/rules";
import type { DocumentRule } from "./document-rule";
import { accountId } from "./rules/actions/account-id";
import { checksumAlone } from "./rules/actions/checksum-alone";
import { letterCase } from "./rules/actions/letter-case";
import { msiLogOptions } from "./rules/actions/msi-log-options";
import { msiProperty } from "./rules/actions/msi-property";
import { registryRoot } from "./rules/actions/registry-root";
import { s3Uri } from "./rules/actions/s3-uri";
import { webUrl } from "./rules/actions/web-url";
import { wildcard } from "./rules/actions/wildcard";
import { conditionDepth } from "./rules/conditions/condition-depth";
import { conditionShape } from "./rules/conditions/condition-shape";
import { hashLength } from "./rules/conditions/hash-length";
import { loneCondition } from "./rules/conditions/lone-condition";
import { numberOperand } from "./rules/conditions/number-operand";
import { patternSyntax } from "./rules/conditions/pattern-syntax";
import { unknownOperator } from "./rules/conditions/unknown-operator";
import { directiveForm } from "./rules/directives/directive-form";
import { directiveOs } from "./rules/directives/directive-os";
import { directiveVersion } from "./rules/directives/directive-version";
import { repeatedDirective } from "./rules/directives/repeated-directive";
import { unknownDirective } from "./rules/directives/unknown-directive";
import { emptyField } from "./rules/fields/empty-field";
import { invalidChoice } from "./rules/fields/invalid-choice";
import { looseType } from "./rules/fields/loose-type";
import { outOfRange } from "./rules/fields/out-of-range";
import { unquotedColon } from "./rules/fields/unquoted-colon";
import { unquotedReference } from "./rules/fields/unquoted-reference";
import { documentTooLarge } from "./rules/files/document-too-large";
import { duplicateKey } from "./rules/files/duplicate-key";
import { notADocument } from "./rules/files/not-a-document";
import { schemaVersion } from "./rules/files/schema-version";
import { secondDocument } from "./rules/files/second-document";
import { loopBound } from "./rules/loops/loop-bound";
import { loopDelimiter } from "./rules/loops/loop-delimiter";
import { loopName } from "./rules/loops/loop-name";
import { loopRange } from "./rules/loops/loop-range";
import { duplicateName } from "./rules/names/duplicate-name";
import { invalidName } from "./rules/names/invalid-name";
import { defaultNotAllowed } from "./rules/parameters/default-not-allowed";
import { parameterShape } from "./rules/parameters/parameter-shape";
import { parameterType } from "./rules/parameters/parameter-type";
import { tooManyParameters } from "./rules/parameters/too-many-parameters";
import { undocumentedType } from "./rules/parameters/undocumented-type";
import { valueTooLong } from "./rules/parameters/value-too-long";
import { noPhases } from "./rules/phases/no-phases";
import { noSteps } from "./rules/phases/no-steps";
import { noUsablePhase } from "./rules/phases/no-usable-phase";
import { phaseNeverRuns } from "./rules/phases/phase-never-runs";
import { brokenBraces } from "./rules/references/broken-braces";
import { forbiddenMetadata } from "./rules/references/forbidden-metadata";
import { laterStep } from "./rules/references/later-step";
import { loopReference } from "./rules/references/loop-reference";
import { malformedChain } from "./rules/references/malformed-chain";
import { otherStage } from "./rules/references/other-stage";
import { undeclaredParameter } from "./rules/references/undeclared-parameter";
import { unknownContext } from "./rules/references/unknown-context";
import { unknownPhase } from "./rules/references/unknown-phase";
import { unknownStep } from "./rules/references/unknown-step";
import { unknownValue } from "./rules/references/unknown-value";
import { unusedParameter } from "./rules/references/unused-parameter";
import { bashSyntax } from "./rules/scripts/bash-syntax";
import { credentialInDocument } from "./rules/scripts/credential-in-document";
import { downloadFolder } from "./rules/scripts/download-folder";
import { endlessStep } from "./rules/scripts/endless-step";
import { interactivePackages } from "./rules/scripts/interactive-packages";
import { invisibleCharacter } from "./rules/scripts/invisible-character";
import { mixedScripts } from "./rules/scripts/mixed-scripts";
import { passwordInUrl } from "./rules/scripts/password-in-url";
import { powershellSyntax } from "./rules/scripts/powershell-syntax";
import { rebootInScript } from "./rules/scripts/reboot-in-script";
import { secretParameter } from "./rules/scripts/secret-parameter";
import { emptyCommands } from "./rules/steps/empty-commands";
import { missingInputs } from "./rules/steps/missing-inputs";
import { nestedDocumentLimits } from "./rules/steps/nested-document-limits";
import { notOnWindows } from "./rules/steps/not-on-windows";
import { rebootTimeout } from "./rules/steps/reboot-timeout";
import { unknownAction } from "./rules/steps/unknown-action";
import { wrongPlatform } from "./rules/steps/wrong-platform";
import { workflowAction } from "./rules/workflows/workflow-action";
import { workflowCommand } from "./rules/workflows/workflow-command";
import { workflowCondition } from "./rules/workflows/workflow-condition";
import { workflowDuplicateName } from "./rules/workflows/workflow-duplicate-name";
import { workflowInput } from "./rules/workflows/workflow-input";
import { workflowJson } from "./rules/workflows/workflow-json";
import { workflowLimit } from "./rules/workflows/workflow-limit";
import { workflowNoSteps } from "./rules/workflows/workflow-no-steps";
import { workflowParameterUntyped } from "./rules/workflows/workflow-parameter-untyped";
import { workflowPathSuffix } from "./rules/workflows/workflow-path-suffix";
import { workflowPayload } from "./rules/workflows/workflow-payload";
import { workflowReference } from "./rules/workflows/workflow-reference";
import { workflowStage } from "./rules/workflows/workflow-stage";
import { workflowStepName } from "./rules/workflows/workflow-step-name";
import { workflowTimeout } from "./rules/workflows/workflow-timeout";
import { workflowUnusedParameter } from "./rules/workflows/workflow-unused-parameter";
import { workflowVariable } from "./rules/workflows/workflow-variable";

/** The rules of component documents; the first of them are of workflow documents, too. */
export const componentRules: readonly DocumentRule[] = [
  documentTooLarge,
  notADocument,
  duplicateKey,
  secondDocument,
  directiveForm,
  unknownDirective,
  repeatedDirective,
  directiveVersion,
  directiveOs,
  schemaVersion,
  emptyField,
  looseType,
  unquotedColon,
  unquotedReference,
  invalidChoice,
  outOfRange,
  invalidName,
  duplicateName,
  parameterShape,
  parameterType,
  undocumentedType,
  defaultNotAllowed,
  valueTooLong,
  tooManyParameters,
  noPhases,
  noUsablePhase,
  phaseNeverRuns,
  noSteps,
  unknownAction,
  wrongPlatform,
  nestedDocumentLimits,
  rebootTimeout,
  missingInputs,
  emptyCommands,
  notOnWindows,
  accountId,
  s3Uri,
  letterCase,
  webUrl,
  checksumAlone,
  wildcard,
  msiProperty,
  msiLogOptions,
  registryRoot,
  loopRange,
  loopBound,
  loopDelimiter,
  loopName,
  conditionShape,
  unknownOperator,
  conditionDepth,
  loneCondition,
  numberOperand,
  hashLength,
  patternSyntax,
  unknownPhase,
  unknownStep,
  unknownValue,
  laterStep,
  otherStage,
  malformedChain,
  brokenBraces,
  undeclaredParameter,
  unusedParameter,
  loopReference,
  forbiddenMetadata,
  unknownContext,
];

/** Rules about scripts, secrets and what AWSTOE accepts and people regret, in documents of both kinds. */
export const scriptRules: readonly DocumentRule[] = [
  bashSyntax,
  powershellSyntax,
  rebootInScript,
  interactivePackages,
  invisibleCharacter,
  mixedScripts,
  endlessStep,
  downloadFolder,
  credentialInDocument,
  passwordInUrl,
  secretParameter,
];

/** The rules that only workflow documents have; the types of their fields follow the rules of every document. */
export const workflowRules: readonly DocumentRule[] = [
  workflowAction,
  workflowStage,
  workflowStepName,
  workflowDuplicateName,
  workflowTimeout,
  workflowCondition,
  workflowReference,
  workflowVariable,
  workflowPathSuffix,
  workflowJson,
  workflowPayload,
  workflowInput,
  workflowCommand,
  workflowParameterUntyped,
  workflowUnusedParameter,
  workflowLimit,
  workflowNoSteps,
];

/** Every rule that `checkDocument` reports by, but for `yaml-syntax`, which every YAML file has. */
export const documentRules: readonly DocumentRule[] = [
  ...componentRules,
  ...scriptRules,
  ...workflowRules,
  ...keyRules,
  ...textRules,
];
