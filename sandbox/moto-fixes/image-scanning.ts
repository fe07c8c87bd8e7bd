import { isJsonCall, jsonOperation } from "./json-call";
import type { MotoFix } from "./moto-fix";

/**
 * moto leaves the scanning of a repository as it was where none is said. In AWS that is off, and the clients of Go leave out what is false.
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
