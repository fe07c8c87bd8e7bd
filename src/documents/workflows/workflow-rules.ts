import type { Rule } from "../../problems/rule";
import { workflowReference, workflowVariable } from "./check-references";
import { workflowDuplicateName, workflowLimit, workflowNoSteps, workflowUnusedParameter } from "./check-workflow";
import { workflowCondition } from "./condition";
import { workflowPathSuffix } from "./dynamic-fields";
import { workflowParameterUntyped } from "./parameter";
import { workflowStage } from "./stages";
import { workflowAction, workflowStepName, workflowTimeout } from "./step";

/** The rules that only workflow documents have; the types of their fields follow the rules of every document. */
export const workflowRules: readonly Rule[] = [
  workflowAction,
  workflowStage,
  workflowStepName,
  workflowDuplicateName,
  workflowTimeout,
  workflowCondition,
  workflowReference,
  workflowVariable,
  workflowPathSuffix,
  workflowParameterUntyped,
  workflowUnusedParameter,
  workflowLimit,
  workflowNoSteps,
];
