import { invalidValue } from "../api-error";
import type { Call, Handler } from "../call";
import type { Fields } from "../fields";
import { type Finding, severityCounts } from "../findings";
import { page } from "../list";

/** A finding, with the image and the pipeline. */
interface Found extends Finding {
  readonly imageBuildVersionArn: string;
  readonly imagePipelineArn: string | undefined;
}

const filters = ["imageBuildVersionArn", "imagePipelineArn", "vulnerabilityId", "severity"] as const;

export const imageScanFindingOperations: Record<string, Handler> = {
  ListImageScanFindings: (call) => page(call, allFound(call), "findings", findingOf(call), filters),
  ListImageScanFindingAggregations: (call) => {
    const { name, values = [] } = (call.input.filter ?? {}) as {
      readonly name?: string;
      readonly values?: readonly string[];
    };
    const by = aggregations[name ?? "accountId"];
    if (by === undefined)
      throw invalidValue("filter", `'${name ?? ""}' is not one of ${Object.keys(aggregations).join(", ")}.`);
    const groups = new Map<string, Found[]>();
    for (const found of allFound(call)) {
      const key = by.key(found, call);
      if (key === undefined || (name !== undefined && !values.includes(key))) continue;
      groups.set(key, [...(groups.get(key) ?? []), found]);
    }
    const responses = [...groups].map(([key, group]) => ({
      [by.member]: { [by.field]: key, severityCounts: severityCounts(group) },
    }));
    return { aggregationType: by.field, responses };
  },
};

interface Aggregation {
  readonly member: string;
  readonly field: string;
  readonly key: (found: Found, call: Call) => string | undefined;
}

const aggregations: Readonly<Record<string, Aggregation>> = {
  accountId: { member: "accountAggregation", field: "accountId", key: (_, { place }) => place.account },
  imageBuildVersionArn: {
    member: "imageAggregation",
    field: "imageBuildVersionArn",
    key: (found) => found.imageBuildVersionArn,
  },
  imagePipelineArn: {
    member: "imagePipelineAggregation",
    field: "imagePipelineArn",
    key: (found) => found.imagePipelineArn,
  },
  vulnerabilityId: {
    member: "vulnerabilityIdAggregation",
    field: "vulnerabilityId",
    key: (found) => found.vulnerabilityId,
  },
};

function allFound({ store }: Call): Found[] {
  return store.list("image").flatMap(({ arn, sourcePipelineArn }) =>
    (store.findings.get(arn) ?? []).map((finding) => ({
      ...finding,
      imageBuildVersionArn: arn,
      imagePipelineArn: typeof sourcePipelineArn === "string" ? sourcePipelineArn : undefined,
    })),
  );
}

const findingOf =
  ({ place, now }: Call) =>
  ({ vulnerabilityId, severity, packageName, imageBuildVersionArn, imagePipelineArn }: Found): Fields => ({
    awsAccountId: place.account,
    imageBuildVersionArn,
    imagePipelineArn,
    type: "PACKAGE_VULNERABILITY",
    title: `${vulnerabilityId} - ${packageName}`,
    description: `${packageName} has ${vulnerabilityId}.`,
    severity,
    firstObservedAt: now.getTime() / 1000,
    updatedAt: now.getTime() / 1000,
    packageVulnerabilityDetails: { vulnerabilityId, vulnerablePackages: [{ name: packageName }] },
    fixAvailable: "YES",
  });
