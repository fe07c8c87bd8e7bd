import { isJsonCall, jsonOperation } from "./json-call";
import type { MotoFix } from "./moto-fix";

interface KeyMetadata {
  readonly Arn?: string;
  readonly MultiRegionConfiguration?: { readonly PrimaryKey?: { readonly Arn?: string } };
}

/** Corrects the type of multi-region keys. In moto, a primary key and its replicas share one type, so that all of them become replicas. */
export const multiRegionKeys: MotoFix = {
  service: "kms",
  concerns: isJsonCall,
  answer: (answer, exchange) => {
    if (jsonOperation(exchange) !== "DescribeKey") return answer;
    const { KeyMetadata: metadata } = JSON.parse(answer) as { KeyMetadata?: KeyMetadata };
    const configuration = metadata?.MultiRegionConfiguration;
    if (configuration === undefined) return answer;
    const MultiRegionKeyType = configuration.PrimaryKey?.Arn === metadata?.Arn ? "PRIMARY" : "REPLICA";
    return JSON.stringify({
      KeyMetadata: { ...metadata, MultiRegionConfiguration: { ...configuration, MultiRegionKeyType } },
    });
  },
};
