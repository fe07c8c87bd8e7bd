import { parseImageBuilderArn } from "../../../../src/aws/image-builder-arn";
import type { Place } from "../../../../src/aws/place";
import type { WorkflowType } from "../../../../src/documents/workflows/workflow-action";
import { type Fields, text } from "../../fields";
import { parsed } from "../../parse-document";
import type { Resource, Store } from "../../store";
import { managedWorkflows } from "./managed-workflows";
import { outputsOf, stepsOf } from "./step-of";
import type { Workflow } from "./workflow";

/** Version of AWS-managed workflows, as the ARNs in executions show it. */
const managedVersion = "1.0.3/1";

/** Returns the workflows of one type that an image runs: those of its configuration, or the service's own. */
export function workflowsOf(image: Resource, type: WorkflowType, store: Store, place: Place): Workflow[] {
  if (type === "TEST" && !testsEnabled(image)) return [];
  const configured = (image.workflows ?? []) as readonly Fields[];
  const own = configured.map((each) => workflowOf(each, store, place)).filter((workflow) => workflow.type === type);
  // Source: Image Builder User Guide, "Manage build and test workflows". A list replaces the default workflows for building and testing.
  const isReplaced = configured.length > 0 && type !== "DISTRIBUTION";
  if (own.length > 0 || isReplaced) return own;
  return [workflowOf({ workflowArn: defaultArn(image, type, place) }, store, place)];
}

function testsEnabled({ imageTestsConfiguration }: Resource): boolean {
  return (imageTestsConfiguration as Fields | undefined)?.imageTestsEnabled !== false;
}

function defaultArn({ type: imageType }: Resource, type: WorkflowType, { partition, region }: Place): string {
  const verb = { BUILD: "build", TEST: "test", DISTRIBUTION: "distribute" }[type];
  const name = `${verb}-${imageType === "DOCKER" ? "container" : "image"}`;
  return `arn:${partition}:imagebuilder:${region}:aws:workflow/${type.toLowerCase()}/${name}/x.x.x`;
}

function workflowOf(configuration: Fields, store: Store, { partition, region }: Place): Workflow {
  const arn = text(configuration, "workflowArn");
  const more = {
    ...(configuration.parallelGroup === undefined ? {} : { parallelGroup: text(configuration, "parallelGroup") }),
    onFailure: configuration.onFailure === "CONTINUE" ? ("CONTINUE" as const) : ("ABORT" as const),
  };
  const given = valuesOf(configuration.parameters, "value");
  const resource = store.resolve(arn);
  if (resource !== undefined) {
    const document = parsed(text(resource, "data"));
    return {
      arn: resource.arn,
      type: resource.type as WorkflowType,
      steps: stepsOf(document),
      outputs: outputsOf(document),
      parameters: { ...valuesOf(resource.parameters, "defaultValue"), ...given },
      ...more,
    };
  }
  const [type = "", name = ""] = parseImageBuilderArn(arn)?.path ?? [];
  const managed = managedWorkflows[`${type}/${name}`];
  if (managed === undefined) throw new Error(`the sandbox does not know the workflow '${arn}'`);
  return {
    arn: `arn:${partition}:imagebuilder:${region}:aws:workflow/${type}/${name}/${managedVersion}`,
    type: managed.type,
    steps: stepsOf(managed),
    outputs: outputsOf(managed),
    parameters: given,
    ...more,
  };
}

/** Returns the values of parameters by name. The service represents every value as a list; only a `stringList` has more than one item. */
function valuesOf(parameters: unknown, field: string): Fields {
  return Object.fromEntries(
    ((parameters ?? []) as readonly Fields[]).map((parameter) => {
      const values = (parameter[field] ?? []) as readonly string[];
      return [text(parameter, "name"), parameter.type === "stringList" ? values : values[0]];
    }),
  );
}
