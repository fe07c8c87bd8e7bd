import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRepository as EcrRepositoryResource } from "@cdktf/provider-aws/lib/ecr-repository";
import { Construct } from "constructs";

import type { Repository } from "../factory/built";
import { terraformName } from "../factory/terraform-name";
import { literal } from "./terraform-literal";

export interface EcrRepositoryProps {
  /** Name of the container; address in Terraform where the repository has none of its own. */
  readonly container: string;
  readonly repository: Repository;
}

/** The repository of a container image: a given one, or one made encrypted, scanned, and with tags that do not move where that is possible. */
export class EcrRepository extends Construct {
  /** Name of the repository; of a made one, a reference to it. */
  readonly repositoryName: string;

  constructor(scope: Construct, id: string, props: EcrRepositoryProps) {
    super(scope, id);
    this.repositoryName = props.repository.create ? this.create(props) : literal(props.repository.name);
  }

  /** Not deleted with images in it, unless the environment says `onRemoval: destroy`. */
  private create({ container, repository: settings }: EcrRepositoryProps): string {
    const { name, keep, movingTags, address, kmsKey, scanOnPush } = settings;
    const repository = new EcrRepositoryResource(this, "resource", {
      name: literal(name),
      imageTagMutability: movingTags ? "MUTABLE" : "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush },
      // Another one can never be given later: it would replace the repository, and its images with it.
      encryptionConfiguration: [
        kmsKey === undefined ? { encryptionType: "AES256" } : { encryptionType: "KMS", kmsKey },
      ],
      forceDelete: false,
      // Lets lifecycle policies of Image Builder in. Source: Image Builder User Guide, "Lifecycle management prerequisites".
      tags: { LifecycleExecutionAccess: "EC2 Image Builder" },
    });
    repository.overrideLogicalId(address ?? terraformName(container));
    if (keep !== undefined) this.keepNewest(repository, keep);
    return repository.name;
  }

  private keepNewest(repository: EcrRepositoryResource, keep: number): void {
    const policy = new EcrLifecyclePolicy(this, "lifecycle-policy", {
      repository: repository.name,
      policy: JSON.stringify({
        rules: [
          {
            rulePriority: 1,
            description: `Keep the newest ${keep}`,
            selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: keep },
            action: { type: "expire" },
          },
        ],
      }),
    });
    policy.overrideLogicalId(repository.friendlyUniqueId);
  }
}
