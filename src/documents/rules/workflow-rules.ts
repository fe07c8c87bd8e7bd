/** The rules that apply only to workflow documents. Each rule is in its own file and is exported here. */
export { workflowAction } from "./workflows/workflow-action";
export { workflowCommand } from "./workflows/workflow-command";
export { workflowCondition } from "./workflows/workflow-condition";
export { workflowDuplicateName } from "./workflows/workflow-duplicate-name";
export { workflowInput } from "./workflows/workflow-input";
export { workflowJson } from "./workflows/workflow-json";
export { workflowLimit } from "./workflows/workflow-limit";
export { workflowNoSteps } from "./workflows/workflow-no-steps";
export { workflowParameterUntyped } from "./workflows/workflow-parameter-untyped";
export { workflowPathSuffix } from "./workflows/workflow-path-suffix";
export { workflowPayload } from "./workflows/workflow-payload";
export { workflowReference } from "./workflows/workflow-reference";
export { workflowStage } from "./workflows/workflow-stage";
export { workflowStepName } from "./workflows/workflow-step-name";
export { workflowTimeout } from "./workflows/workflow-timeout";
export { workflowUnusedParameter } from "./workflows/workflow-unused-parameter";
export { workflowVariable } from "./workflows/workflow-variable";
