import { isJsonCall, jsonOperation } from "./json-call";
import type { MotoFix } from "./moto-fix";

/**
 * Adds the default to requests that set the scanning of a repository. moto leaves the setting unchanged if the request omits it. In AWS it
 * is then off, and Go clients omit false values.
 *
 * Source: ECR API, ImageScanningConfiguration.scanOnPush.
 */
export const imageScanning: MotoFix = {
  service: "ecr",
  concerns: isJsonCall,
  request: (exchange) => {
    if (jsonOperation(exchange) !== "PutImageScanningConfiguration") return exchange.body;
    const input = JSON.parse(exchange.body) as { readonly imageScanningConfiguration?: object };
    return JSON.stringify({
      ...input,
      imageScanningConfiguration: { scanOnPush: false, ...input.imageScanningConfiguration },
    });
  },
};
