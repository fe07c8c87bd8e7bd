import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRepository as EcrRepositoryResource } from "@cdktf/provider-aws/lib/ecr-repository";
import { Construct } from "constructs";

import type { Repository } from "../factory/built";
import { newestImages } from "../factory/ecr-lifecycle-policy";
import { terraformName } from "../factory/terraform-name";
import { literal } from "./terraform-literal";

export interface EcrRepositoryProps {
  /** Name of the container. Default address of the repository in Terraform. */
  readonly container: string;
  readonly repository: Repository;
}

/** The repository of a container image: an existing repository, or a new one that is encrypted, scanned and, if possible, has immutable tags. */
export class EcrRepository extends Construct {
  /** Name of the repository, or a reference to the name if the stack creates the repository. */
  readonly repositoryName: string;

  constructor(scope: Construct, id: string, props: EcrRepositoryProps) {
    super(scope, id);
    this.repositoryName = props.repository.create ? this.create(props) : literal(props.repository.name);
  }

  /** Creates the repository. Terraform does not delete it while it contains images, unless the environment sets `onRemoval: destroy`. */
  private create({ container, repository: settings }: EcrRepositoryProps): string {
    const { name, keep, movingTags, address, kmsKey, scanOnPush } = settings;
    const repository = new EcrRepositoryResource(this, "resource", {
      name: literal(name),
      imageTagMutability: movingTags ? "MUTABLE" : "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush },
      // The encryption cannot be changed later: that would replace the repository and delete its images.
      encryptionConfiguration: [
        kmsKey === undefined ? { encryptionType: "AES256" } : { encryptionType: "KMS", kmsKey },
      ],
      forceDelete: false,
      // This tag allows lifecycle policies to delete images. Source: Image Builder User Guide, "Lifecycle management prerequisites".
      tags: { LifecycleExecutionAccess: "EC2 Image Builder" },
    });
    repository.overrideLogicalId(address ?? terraformName(container));
    if (keep !== undefined) this.keepNewest(repository, keep);
    return repository.name;
  }

  private keepNewest(repository: EcrRepositoryResource, keep: number): void {
    const policy = new EcrLifecyclePolicy(this, "lifecycle-policy", {
      repository: repository.name,
      policy: JSON.stringify(newestImages(keep)),
    });
    policy.overrideLogicalId(repository.friendlyUniqueId);
  }
}
