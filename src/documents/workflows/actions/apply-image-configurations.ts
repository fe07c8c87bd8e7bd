import { anything, flag, listOf, oneOf, texts } from "../../reading/field-types";
import { optional, required } from "../../reading/fields";
import { fieldsOf, whole, word } from "../dynamic-fields";
import type { WorkflowAction } from "../workflow-action";

/** Puts the copies into launch templates, parameters, licences and S3. */
export const applyImageConfigurations: WorkflowAction = {
  name: "ApplyImageConfigurations",
  types: ["DISTRIBUTION"],
  inputs: {
    distributedImages: required(anything),
    configurations: optional(
      listOf(
        fieldsOf({
          region: required(word),
          licenseConfigurationArns: optional(texts),
          launchTemplateConfigurations: optional(
            listOf(
              fieldsOf({
                launchTemplateId: required(word),
                accountId: optional(word),
                setDefaultVersion: optional(flag),
              }),
              "a list of launch templates",
            ),
          ),
          s3ExportConfiguration: optional(
            fieldsOf({
              roleName: required(word),
              diskImageFormat: required(oneOf(["VMDK", "RAW", "VHD"])),
              s3Bucket: required(word),
              s3Prefix: optional(word),
            }),
          ),
          fastLaunchConfigurations: optional(
            listOf(
              fieldsOf({
                enabled: required(flag),
                snapshotConfiguration: optional(fieldsOf({ targetResourceCount: optional(whole) })),
                maxParallelLaunches: optional(whole),
                launchTemplate: optional(anything),
                accountId: optional(word),
              }),
              "a list of fast launch settings",
            ),
          ),
          ssmParameterConfigurations: optional(anything),
        }),
        "a list of configurations",
      ),
    ),
  },
  outputs: ["configuredImages"],
  defaultTimeout: 21600,
  maxTimeout: 43200,
};
