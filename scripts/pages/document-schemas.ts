import type { Action } from "../../src/documents/actions/action";
import { actions } from "../../src/documents/actions/action-modules";
import { variableFields } from "../../src/documents/component/parameters";
import { phaseFields } from "../../src/documents/component/phases";
import { stepFields } from "../../src/documents/component/steps";
import { documentFields } from "../../src/documents/component/top-level";
import type { Fields, FieldType } from "../../src/documents/reading/fields";
import { workflowFields } from "../../src/documents/workflows/check-workflow";
import { outputFields } from "../../src/documents/workflows/output";
import { parameterFields } from "../../src/documents/workflows/parameter";
import { fieldsOfStep } from "../../src/documents/workflows/step";
import { workflowActions } from "../../src/documents/workflows/workflow-actions";
import type { JsonSchema } from "./json-schemas";

/** The JSON Schema for one kind of document. `file` is its name in schemas/. */
export interface DocumentSchema {
  readonly file: string;
  readonly schema: JsonSchema;
}

/** A reference `{{ … }}`, which is replaced by a value when the document runs. */
const reference: JsonSchema = { type: "string", pattern: "\\{\\{", patternErrorMessage: "a reference" };

/**
 * The schemas with which editors complete and check documents: fields, actions, and the inputs of each action. They accept a reference in
 * place of any value. References, conditions and scripts are checked only by `check`.
 */
export const documentSchemas: readonly DocumentSchema[] = [
  { file: "component.schema.json", schema: componentSchema() },
  { file: "workflow.schema.json", schema: workflowSchema() },
];

function componentSchema(): JsonSchema {
  const all = [...actions.values()];
  const step = {
    ...mapOf(stepFields, { action: { description: "An action module.", enum: all.map(({ name }) => name) } }),
    allOf: all.map((action) => forAction(action.name, inputsOf(action), action.inputs !== "optional map")),
  };
  const phase = mapOf(phaseFields, { steps: listOf(step, "The steps, in order.") });
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Component",
    description: "components/<platform>/<name>.yaml: a document for AWSTOE, which works on the build instance.",
    ...mapOf(documentFields, {
      phases: listOf(phase, "The phases: build, validate, test, container-host-test."),
      parameters: listOf(namedOnce(variableFields.parameter), "Parameters, each a map with its name as the only key."),
      constants: listOf(namedOnce(variableFields.constant), "Constants, each a map with its name as the only key."),
    }),
  };
}

function workflowSchema(): JsonSchema {
  const all = [...workflowActions.values()];
  const fields = dynamicMapOf(fieldsOfStep(undefined), {
    action: { description: "An action of Image Builder.", enum: all.map(({ name }) => name) },
  });
  const byAction = all.map(({ name, inputs }) =>
    forAction(
      name,
      dynamicMapOf(inputs),
      Object.values(inputs).some(({ required }) => required),
    ),
  );
  const step = { ...fields, allOf: [...(fields.allOf ?? []), ...byAction] };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Workflow",
    description: "workflows/<type>/<name>.yaml: what Image Builder does to build, test or distribute an image.",
    ...mapOf(workflowFields, {
      steps: listOf(step, "The steps, in order."),
      parameters: listOf(mapOf(parameterFields), "The parameters."),
      outputs: listOf(dynamicMapOf(outputFields), "The outputs."),
    }),
  };
}

function inputsOf(action: Action): JsonSchema {
  if (action.inputs === "condition") return { description: "One comparison." };
  const map = mapOf(action.fields);
  return action.inputs === "list" ? listOf(map, "A list of maps.") : map;
}

function forAction(name: string, inputs: JsonSchema, needed: boolean): JsonSchema {
  return {
    if: { properties: { action: { const: name } }, required: ["action"] },
    then: { properties: { inputs }, ...(needed ? { required: ["inputs"] } : {}) },
  };
}

/** Returns the schema of a map. @param known schemas for fields that need another one than their type has */
function mapOf(fields: Fields, known: Readonly<Record<string, JsonSchema>> = {}): JsonSchema {
  const required = Object.keys(fields).filter((key) => fields[key]?.required);
  return {
    type: "object",
    properties: Object.fromEntries(Object.entries(fields).map(([key, { type }]) => [key, known[key] ?? valueOf(type)])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

/** Returns the schema of a map in which each field can also be given as a path: `key.$: $.path`. */
function dynamicMapOf(fields: Fields, known?: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const { required = [], properties, ...rest } = mapOf(fields, known);
  const paths = Object.keys(fields).map((key) => [`${key}.$`, { description: `${key}, as a path.`, type: "string" }]);
  return {
    ...rest,
    properties: { ...properties, ...(Object.fromEntries(paths) as Record<string, JsonSchema>) },
    ...(required.length === 0
      ? {}
      : { allOf: required.map((key) => ({ anyOf: [{ required: [key] }, { required: [`${key}.$`] }] })) }),
  };
}

function valueOf({ expects, choices }: FieldType): JsonSchema {
  const description = `${expects.slice(0, 1).toUpperCase()}${expects.slice(1)}.`;
  return choices === undefined ? { description } : { description, anyOf: [{ enum: choices }, reference] };
}

function listOf(items: JsonSchema, description: string): JsonSchema {
  return { description, type: "array", items };
}

function namedOnce(fields: Fields): JsonSchema {
  return { type: "object", minProperties: 1, maxProperties: 1, additionalProperties: mapOf(fields) };
}
