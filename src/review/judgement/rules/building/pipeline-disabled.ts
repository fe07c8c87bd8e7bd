import { textAt } from "../../../plan/value";
import { eachWay, updated } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";
import { pipelineType } from "./types";

export const pipelineDisabled: ReviewRule = {
  code: "pipeline-disabled",
  summary: "A pipeline is disabled: its schedule does not run, and its image becomes outdated.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_UpdateImagePipeline.html",
  ...eachWay(updated, pipelineType, { status: "ENABLED" }, { status: "DISABLED" }),
  find: eachChange(({ type, before, after }) =>
    type === pipelineType && textAt(before, "status") === "ENABLED" && textAt(after, "status") === "DISABLED"
      ? ["it is disabled"]
      : [],
  ),
};
