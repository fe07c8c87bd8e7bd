import type { Construct } from "constructs";

import { withoutSpaces } from "../aws/resource-name";
import type { DocumentKind, PublishedDocument } from "../factory/published-document";
import { addressable, terraformName } from "../factory/terraform-name";
import { publishDocument, type PublishedDocumentProps } from "./publish-document";
import { literal, literals, optionalLiteral } from "./terraform-literal";

/** Publishes the document of a component or workflow. Returns the arguments that both resources have. */
export function documentArguments(
  scope: Construct,
  kind: DocumentKind,
  document: PublishedDocument,
  place: Pick<PublishedDocumentProps, "root" | "bucket">,
) {
  const id = withoutSpaces(document.id);
  const { content, sha256 } = document;
  const { uri, data } = publishDocument(scope, {
    // The prefix avoids the addresses of components, whose objects have the same Terraform type.
    address: kind === "component" ? terraformName(document.id) : addressable(`workflow-${id}`),
    key: `${kind}s/${id}/${sha256}.yaml`,
    content,
    sha256,
    contentType: "application/yaml",
    ...place,
  });
  return {
    name: literal(document.name),
    version: document.version,
    description: optionalLiteral(document.description),
    changeDescription: optionalLiteral(document.changeDescription),
    kmsKeyId: document.kmsKey,
    tags: literals(document.tags),
    uri,
    data,
    lifecycle: { createBeforeDestroy: true, ignoreChanges: ["uri", "data", "description"] },
  };
}
